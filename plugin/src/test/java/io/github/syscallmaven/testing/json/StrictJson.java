package io.github.syscallmaven.testing.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a JSON document (RFC 8259) of objects and strings, and nothing that the grammar does not have. */
public final class StrictJson {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /** Nested maps, lists, texts and numbers, in the document's order. Fails for malformed UTF-8, too. */
    public static Object parse(byte[] document) throws CharacterCodingException {
        StrictJson json = new StrictJson(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(document))
                .toString());
        Object value = json.value();
        json.blanks();
        json.check(json.at == json.text.length(), "the end");
        return value;
    }

    private Object value() {
        blanks();
        if (text.startsWith("{", at)) {
            return object();
        }
        if (text.startsWith("[", at)) {
            return array();
        }
        return text.startsWith("\"", at) ? string() : number();
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        expect('[');
        blanks();
        if (!text.startsWith("]", at)) {
            do {
                items.add(value());
                blanks();
            } while (next(','));
        }
        expect(']');
        return items;
    }

    private BigDecimal number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        check(matcher.lookingAt(), "a number");
        at = matcher.end();
        return new BigDecimal(matcher.group());
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        blanks();
        if (!text.startsWith("}", at)) {
            do {
                blanks();
                String name = string();
                blanks();
                expect(':');
                check(members.put(name, value()) == null, "another name than " + name);
                blanks();
            } while (next(','));
        }
        expect('}');
        return members;
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        expect('"');
        while (!next('"')) {
            char c = text.charAt(at++);
            check(c >= ' ', "no control character");
            value.append(c == '\\' ? escape() : c);
        }
        return value.toString();
    }

    private char escape() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        int index = "\"\\/bfnrt".indexOf(c);
        check(index >= 0, "an escape");
        return "\"\\/\b\f\n\r\t".charAt(index);
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean next(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char c) {
        check(next(c), "'" + c + "'");
    }

    private void check(boolean condition, String expected) {
        if (!condition) {
            throw new AssertionError("expected " + expected + " at " + at + " of\n" + text);
        }
    }
}
