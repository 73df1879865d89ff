package io.github.syscallmaven.checksum;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The forms that are a list's as a whole, each with the way it begins. What begins otherwise is text, line by line. */
final class ListForms {
    private static final List<Form> ALL = List.of(
            new Form(head -> head.beginsWith("<?xml", "<files"), PluginXmlReader::new),
            new Form(head -> head.beginsWith("{"), JsonReader::new),
            new Form(head -> head.latin1().startsWith(CsvWriter.HEADER), CsvReader::new),
            new Form(head -> head.latin1().startsWith(PluginCsvReader.HEADER), PluginCsvReader::new),
            new Form(head -> head.latin1().startsWith(HashdeepReader.HEADER), HashdeepReader::new),
            new Form(head -> CertutilReader.HEADER.matcher(head.text()).lookingAt(), CertutilReader::new),
            new Form(head -> FileHashListReader.HEADER.matcher(head.text()).lookingAt(), FileHashListReader::new),
            new Form(head -> FileHashTableReader.HEADER.matcher(head.text()).lookingAt(), FileHashTableReader::new),
            new Form(head -> FileHashCsvReader.HEADER.matcher(head.text()).lookingAt(), FileHashCsvReader::new),
            new Form(head -> head.beginsWith(ClearSignedReader.BEGINNING), ClearSignedReader::new),
            new Form(head -> head.text().startsWith(SignifyReader.BEGINNING), SignifyReader::new),
            new Form(head -> true, TextReader::new));

    private ListForms() {}

    private record Form(Predicate<Head> recognises, BiFunction<SumsContext, Findings, ListReader> reader) {}

    static ListReader reader(Head head, SumsContext context, Findings findings) {
        return ALL.stream()
                .filter(form -> form.recognises.test(head))
                .findFirst()
                .orElseThrow()
                .reader
                .apply(context, findings);
    }
}
