package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of trusted checksums as Resolver's summary file source reads it: lower-case digest, two blanks, path.
 *
 * <p>Written, it is sorted by the bytes of the paths, in UTF-8, with a line feed after every line: both generations of
 * Resolver read it, and an update changes few lines of it.
 *
 * @param head comments at the start that an empty line sets apart
 * @param entries sorted, no path twice; of a path that the file had twice, the last line, as Resolver takes it
 * @param tail comments below the last line
 * @param problems of the file that was read, in the order of its lines
 * @param repeated lines that {@code entries} has no place for, as a later one has the same path
 */
public record TrustedChecksumsFile(
        List<String> head,
        List<TrustedEntry> entries,
        List<String> tail,
        List<FileProblem> problems,
        List<TrustedEntry> repeated) {
    /** In bytes; some 500,000 lines. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final Comparator<TrustedEntry> BY_PATH = Comparator.comparing(entry -> BytePath.of(entry.path()));

    /** A file without lines. */
    public static final TrustedChecksumsFile EMPTY =
            new TrustedChecksumsFile(List.of(), List.of(), List.of(), List.of(), List.of());

    public TrustedChecksumsFile {
        head = List.copyOf(head);
        entries = entries.stream().sorted(BY_PATH).toList();
        tail = List.copyOf(tail);
        problems = List.copyOf(problems);
        repeated = List.copyOf(repeated);
    }

    /** Reads a file; one that is missing is {@link #EMPTY}. */
    public static TrustedChecksumsFile read(Root root, BytePath name, TrustedAlgorithm algorithm) throws IOException {
        return root.stat(name).isEmpty() ? EMPTY : parse(root.readAll(name, LARGEST), algorithm);
    }

    /**
     * Reads these bytes. Lines that Resolver drops but that can be understood are entries all the same, and a problem.
     */
    public static TrustedChecksumsFile parse(byte[] bytes, TrustedAlgorithm algorithm) {
        return new TrustedChecksumsParser(algorithm).parse(bytes);
    }

    /** By path, in the file's order. */
    public Map<String, TrustedEntry> byPath() {
        Map<String, TrustedEntry> byPath = new LinkedHashMap<>();
        entries.forEach(entry -> byPath.put(entry.path(), entry));
        return byPath;
    }

    /** The same head and tail, and these lines instead. */
    public TrustedChecksumsFile with(List<TrustedEntry> others) {
        return new TrustedChecksumsFile(head, others, tail, List.of(), List.of());
    }

    /** The bytes to write. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        head.forEach(comment -> text.append(comment).append('\n'));
        if (!head.isEmpty()) {
            text.append('\n');
        }
        for (TrustedEntry entry : entries) {
            entry.comments().forEach(comment -> text.append(comment).append('\n'));
            text.append(entry.hash()).append("  ").append(entry.path()).append('\n');
        }
        tail.forEach(comment -> text.append(comment).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** All lines, also those that a later one hides. */
    public Stream<TrustedEntry> lines() {
        return Stream.concat(entries.stream(), repeated.stream());
    }
}
