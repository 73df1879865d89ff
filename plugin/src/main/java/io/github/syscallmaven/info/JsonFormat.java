package io.github.syscallmaven.info;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document (RFC 8259): keys nested at their dots and sorted at every level, all values strings, UTF-8, LF, an
 * indent of two spaces and a final newline. The bytes depend on the pairs alone.
 *
 * <p>A key that also leads to others cannot be a string and an object at once. Its value then moves into the object as
 * {@code full}: {@code git.commit.id} beside {@code git.commit.id.abbrev} is read at {@code git.commit.id.full}, where
 * git-commit-id's full mode and Spring Boot have it. An equal {@code full} that is there already stands for both; a
 * different one stays, and the value becomes {@code full_} (then {@code full__} and so on). No value is lost.
 *
 * <p>Escaped are quotation mark, backslash and control characters, also U+2028 and U+2029 (line ends to JavaScript) and
 * lone surrogates (which UTF-8 cannot hold).
 */
public final class JsonFormat {
    private static final HexFormat HEX = HexFormat.of();

    private JsonFormat() {}

    /** The document's bytes; an empty object when there are no pairs. */
    public static byte[] write(Map<String, String> pairs) {
        Node root = new Node();
        pairs.forEach(root::put);
        return bytes(root);
    }

    /** The same as one object that is not nested: whole keys, dots and all. */
    public static byte[] writeFlat(Map<String, String> pairs) {
        Node root = new Node();
        pairs.forEach((key, value) -> root.children.put(key, Node.leaf(value)));
        return bytes(root);
    }

    private static byte[] bytes(Node root) {
        StringBuilder text = new StringBuilder();
        root.append(text, "\n");
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A value, an object, or (until {@link #moveValueInside} was called) both. */
    private static final class Node {
        private final SortedMap<String, Node> children = new TreeMap<>();
        private @Nullable String value;

        void put(String key, String value) {
            Node node = this;
            for (String name : key.split("\\.", -1)) {
                node = node.children.computeIfAbsent(name, absent -> new Node());
            }
            node.value = value;
        }

        void append(StringBuilder text, String lineBreak) {
            if (value == null) {
                appendObject(text, lineBreak);
            } else if (children.isEmpty()) {
                appendString(text, value);
            } else {
                moveValueInside(value);
                appendObject(text, lineBreak);
            }
        }

        private void moveValueInside(String value) {
            String name = "full";
            while (!children.computeIfAbsent(name, absent -> leaf(value)).isLeaf(value)) {
                name += "_";
            }
        }

        private static Node leaf(String value) {
            Node leaf = new Node();
            leaf.value = value;
            return leaf;
        }

        private boolean isLeaf(String text) {
            return children.isEmpty() && text.equals(value);
        }

        private void appendObject(StringBuilder text, String lineBreak) {
            text.append('{');
            Iterator<Map.Entry<String, Node>> rest = children.entrySet().iterator();
            while (rest.hasNext()) {
                Map.Entry<String, Node> child = rest.next();
                text.append(lineBreak).append("  ");
                appendString(text, child.getKey());
                text.append(": ");
                child.getValue().append(text, lineBreak + "  ");
                text.append(rest.hasNext() ? "," : lineBreak);
            }
            text.append('}');
        }
    }

    private static void appendString(StringBuilder text, String value) {
        text.append('"');
        value.codePoints().forEach(codePoint -> appendCharacter(text, codePoint));
        text.append('"');
    }

    private static void appendCharacter(StringBuilder text, int codePoint) {
        switch (codePoint) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (mustBeEscaped(codePoint)) {
                    text.append("\\u").append(HEX.toHexDigits((char) codePoint));
                } else {
                    text.appendCodePoint(codePoint);
                }
            }
        }
    }

    /** What {@link String#codePoints()} gives as a surrogate has no partner. */
    private static boolean mustBeEscaped(int codePoint) {
        return codePoint < ' '
                || codePoint == 0x2028
                || codePoint == 0x2029
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
