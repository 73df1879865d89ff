package io.github.syscallmaven.info;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The properties file: one {@code key=value} line for each pair, sorted by key, LF after every line, nothing else.
 *
 * <p>The bytes depend on the pairs alone: no comment, no date, no platform's line separator. They are ASCII (all else
 * is {@code \}{@code uXXXX}), so readers that take the file for ISO-8859-1, as
 * {@link Properties#load(java.io.InputStream)} does, and readers that take it for UTF-8, as Spring Boot does, see the
 * same text. Every key and value comes back unchanged, lone surrogates included. Only what must be escaped is: {@code
 * :} and {@code =} stay readable in values.
 */
public final class PropertiesFormat {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PropertiesFormat() {}

    /** The file's bytes; none when there are no pairs. */
    public static byte[] write(Map<String, String> pairs) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(pairs).forEach((key, value) -> {
            appendKey(text, key);
            text.append('=');
            appendValue(text, value);
            text.append('\n');
        });
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The pairs in any properties file, this class's or another's.
     *
     * @throws IllegalArgumentException if the file holds a malformed {@code \}{@code uXXXX}
     */
    public static SortedMap<String, String> parse(byte[] file) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> pairs = new TreeMap<>();
        properties.forEach((key, value) -> pairs.put((String) key, (String) value));
        return pairs;
    }

    private static void appendKey(StringBuilder text, String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (" :=#!".indexOf(c) >= 0) {
                text.append('\\').append(c);
            } else {
                append(text, c);
            }
        }
    }

    private static void appendValue(StringBuilder text, String value) {
        if (value.startsWith(" ")) {
            text.append('\\'); // a reader skips blanks before a value, but only up to the first that is escaped
        }
        for (int i = 0; i < value.length(); i++) {
            append(text, value.charAt(i));
        }
    }

    private static void append(StringBuilder text, char c) {
        switch (c) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\f' -> text.append("\\f");
            default -> {
                if (c >= ' ' && c <= '~') {
                    text.append(c);
                } else {
                    text.append("\\u").append(HEX.toHexDigits(c));
                }
            }
        }
    }
}
