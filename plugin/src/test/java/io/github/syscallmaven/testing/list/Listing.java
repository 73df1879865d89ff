package io.github.syscallmaven.testing.list;

import io.github.syscallmaven.checksum.list.ChecksumListReader;
import io.github.syscallmaven.checksum.list.entry.EntrySink;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All that a reader finds in a list. */
public record Listing(List<ListEntry> entries, List<ListProblem> problems) implements EntrySink {
    /** Those of the JDK: the class path of the tests has Bouncy Castle. */
    public static final Algorithms ALGORITHMS = new Algorithms(ClassLoader.getPlatformClassLoader());

    public static Listing none() {
        return new Listing(new ArrayList<>(), new ArrayList<>());
    }

    public static Listing of(ChecksumListReader reader, byte[] bytes) {
        Listing listing = none();
        try {
            reader.read(new ByteArrayInputStream(bytes), listing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return listing;
    }

    /** Of a list without an extension. One char a byte. */
    public static Listing of(String text) {
        return of(ChecksumListReader.ofList(ALGORITHMS, BytePath.of("SUMS"), null), bytes(text));
    }

    public static Listing ofFile(String fileName, String text) {
        return of(ChecksumListReader.ofList(ALGORITHMS, BytePath.of(fileName), null), bytes(text));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void entry(ListEntry entry) {
        entries.add(entry);
    }

    @Override
    public void problem(ListProblem problem) {
        problems.add(problem);
    }

    /** Whether coreutils would count the line as improperly formatted. */
    public static boolean isMalformedLine(ListProblem problem) {
        return switch (problem.kind()) {
            case MALFORMED, WRONG_LENGTH, NUL, TOO_LONG, UNKNOWN_ALGORITHM -> true;
            default -> false;
        };
    }

    public List<Kind> kinds() {
        return problems.stream().map(ListProblem::kind).toList();
    }

    /** In short: {@code "1 GNU_TEXT SHA-256 a"} and {@code "2 MALFORMED"}, entries first. Names one char a byte. */
    public List<String> outline() {
        List<String> outline = new ArrayList<>();
        for (ListEntry entry : entries) {
            String name = new String(entry.name().toBytes(), StandardCharsets.ISO_8859_1);
            outline.add(entry.line() + " " + entry.form().name() + " " + entry.algorithm() + " " + name);
        }
        problems.forEach(problem -> outline.add(problem.line() + " " + problem.kind()));
        return outline;
    }
}
