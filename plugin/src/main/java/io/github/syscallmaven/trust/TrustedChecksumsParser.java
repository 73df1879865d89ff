package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.trust.FileProblem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one file of trusted checksums, line by line. Used once. */
final class TrustedChecksumsParser {
    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)([ \t]+\\*?)([^ \t*].*)");

    /** Those of git and of others that use diff3's. */
    private static final Pattern MARKER = Pattern.compile("(<{7}|\\|{7}|>{7})( .*)?|={7}");

    private final TrustedAlgorithm algorithm;
    private final Map<String, TrustedEntry> entries = new HashMap<>();
    private final List<TrustedEntry> repeated = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private List<String> head = List.of();
    private List<String> comments = new ArrayList<>();
    private BytePath previous = BytePath.of("");
    private boolean sorted = true;
    private int number;

    TrustedChecksumsParser(TrustedAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    TrustedChecksumsFile parse(byte[] bytes) {
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            number++;
            line(bytes, start, end);
            if (end == bytes.length) {
                problem(Kind.NO_FINAL_NEWLINE, "");
            }
            start = end + 1;
        }
        return new TrustedChecksumsFile(head, new ArrayList<>(entries.values()), comments, problems, repeated);
    }

    private void line(byte[] bytes, int from, int to) {
        int end = to;
        if (end > from && bytes[end - 1] == '\r') {
            problem(Kind.CARRIAGE_RETURN, "");
            end--;
        }
        try {
            ByteBuffer line = ByteBuffer.wrap(bytes, from, end - from);
            line(StandardCharsets.UTF_8.newDecoder().decode(line).toString());
        } catch (CharacterCodingException e) {
            problem(Kind.NOT_UTF_8, "");
        }
    }

    private void line(String text) {
        if (number == 1 && text.startsWith("\ufeff")) {
            problem(Kind.BYTE_ORDER_MARK, "");
            line(text.substring(1));
        } else if (text.isBlank()) {
            endHead();
        } else if (text.startsWith("#")) {
            comments.add(text);
        } else if (MARKER.matcher(text).matches()) {
            problem(Kind.CONFLICT_MARKER, text);
        } else {
            entry(text);
        }
    }

    private void endHead() {
        if (head.isEmpty() && entries.isEmpty()) {
            head = comments;
            comments = new ArrayList<>();
        }
    }

    private void entry(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            problem(Kind.MALFORMED, text);
            return;
        }
        String hash = line.group(1);
        String path = line.group(3);
        if (!line.group(2).equals("  ")) {
            problem(Kind.SEPARATOR, text);
        }
        if (hash.length() != 2 * algorithm.length()) {
            problem(Kind.WRONG_LENGTH, text);
        } else if (!hash.equals(hash.toLowerCase(Locale.ROOT))) {
            problem(Kind.UPPER_CASE, text);
        }
        if (Coordinates.ofPath(path).isEmpty()) {
            problem(Kind.UNKNOWN_PATH, path);
        }
        requireOrder(path);
        add(new TrustedEntry(path, hash.toLowerCase(Locale.ROOT), comments, number));
        comments = new ArrayList<>();
    }

    private void requireOrder(String path) {
        BytePath bytes = BytePath.of(path);
        if (sorted && bytes.compareTo(previous) < 0) {
            sorted = false;
            problem(Kind.UNSORTED, "");
        }
        previous = bytes;
    }

    private void add(TrustedEntry entry) {
        TrustedEntry earlier = entries.put(entry.path(), entry);
        if (earlier != null) {
            repeated.add(earlier);
            problem(earlier.hash().equals(entry.hash()) ? Kind.DUPLICATE : Kind.CONTRADICTION, entry.path());
        }
    }

    private void problem(Kind kind, String text) {
        problems.add(FileProblem.of(kind, number, text));
    }
}
