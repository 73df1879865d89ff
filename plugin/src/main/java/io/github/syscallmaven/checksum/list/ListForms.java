package io.github.syscallmaven.checksum.list;

import io.github.syscallmaven.checksum.list.form.CertutilReader;
import io.github.syscallmaven.checksum.list.form.ClearSignedReader;
import io.github.syscallmaven.checksum.list.form.CsvReader;
import io.github.syscallmaven.checksum.list.form.FileHashCsvReader;
import io.github.syscallmaven.checksum.list.form.FileHashListReader;
import io.github.syscallmaven.checksum.list.form.FileHashTableReader;
import io.github.syscallmaven.checksum.list.form.FormReader;
import io.github.syscallmaven.checksum.list.form.HashdeepReader;
import io.github.syscallmaven.checksum.list.form.JsonReader;
import io.github.syscallmaven.checksum.list.form.PluginCsvReader;
import io.github.syscallmaven.checksum.list.form.PluginXmlReader;
import io.github.syscallmaven.checksum.list.form.SignifyReader;
import io.github.syscallmaven.checksum.list.form.TextReader;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.write.CsvWriter;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The forms of whole lists, each with how it begins. Any other list is read line by line. */
public final class ListForms {
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

    private record Form(Predicate<ListHead> recognises, BiFunction<ListContext, ItemCollector, FormReader> reader) {}

    static FormReader reader(ListHead head, ListContext context, ItemCollector findings) {
        return ALL.stream()
                .filter(form -> form.recognises.test(head))
                .findFirst()
                .orElseThrow()
                .reader
                .apply(context, findings);
    }
}
