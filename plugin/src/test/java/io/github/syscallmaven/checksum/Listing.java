package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import io.github.syscallmaven.io.BytePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All that a reader finds in a list. */
record Listing(List<SumsEntry> entries, List<SumsProblem> problems) implements SumsSink {
    /** Those of the JDK: the class path of the tests has Bouncy Castle. */
    static final Algorithms ALGORITHMS = new Algorithms(ClassLoader.getPlatformClassLoader());

    static Listing none() {
        return new Listing(new ArrayList<>(), new ArrayList<>());
    }

    static Listing of(SumsReader reader, byte[] bytes) {
        Listing listing = none();
        try {
            reader.read(new ByteArrayInputStream(bytes), listing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return listing;
    }

    /** Of a list without an extension. One char a byte. */
    static Listing of(String text) {
        return of(SumsReader.ofList(ALGORITHMS, BytePath.of("SUMS"), null), bytes(text));
    }

    static Listing ofFile(String fileName, String text) {
        return of(SumsReader.ofList(ALGORITHMS, BytePath.of(fileName), null), bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void entry(SumsEntry entry) {
        entries.add(entry);
    }

    @Override
    public void problem(SumsProblem problem) {
        problems.add(problem);
    }

    List<Kind> kinds() {
        return problems.stream().map(SumsProblem::kind).toList();
    }

    /** In short: {@code "1 GNU_TEXT SHA-256 a"} and {@code "2 MALFORMED"}, entries first. Names one char a byte. */
    List<String> outline() {
        List<String> outline = new ArrayList<>();
        for (SumsEntry entry : entries) {
            String name = new String(entry.name().toBytes(), StandardCharsets.ISO_8859_1);
            outline.add(entry.line() + " " + entry.form().name() + " " + entry.algorithm() + " " + name);
        }
        problems.forEach(problem -> outline.add(problem.line() + " " + problem.kind()));
        return outline;
    }
}
