package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.text.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML of the simplest kind, in UTF-8: tags with at most one attribute, text, references to characters, comments,
 * and an XML declaration.
 *
 * <p>The JDK's parsers read document type declarations even when told not to, throw other exceptions than {@code
 * XMLStreamException} for them, and print to standard error.
 */
final class XmlTags {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_REFERENCE = 10;

    /** Text between tags must not have it. */
    private static final String CDATA_END = "]]>";

    private static final int LONGEST_DECLARATION = 200;
    private static final int ENCODING = 4;
    private static final Pattern DECLARATION = Pattern.compile("xml\\s+version\\s*=\\s*(['\"])1\\.[01]\\1"
            + "(\\s+encoding\\s*=\\s*(['\"])([A-Za-z0-9._-]+)\\3)?(\\s+standalone\\s*=\\s*(['\"])(yes|no)\\6)?\\s*");
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private final ByteSource in;
    private boolean begun;

    XmlTags(InputStream in) {
        this.in = new ByteSource(in);
    }

    /** It is not well-formed, or has something that is not taken. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1;

        private Unexpected(String what) {
            super(what);
        }

        static Unexpected malformed() {
            return new Unexpected("is not well-formed XML");
        }

        static Unexpected found(String what) {
            return new Unexpected("has " + what + " where checksum-maven-plugin writes none");
        }
    }

    /**
     * One tag.
     *
     * @param end whether it ends an element
     * @param empty whether it begins an element and ends it at once
     * @param attribute the name of its attribute; empty when it has none
     * @param line where it begins
     */
    record Tag(String name, boolean end, boolean empty, String attribute, String value, int line) {
        boolean ends(String element) {
            return end && name.equals(element);
        }
    }

    int line() {
        return in.line();
    }

    /** The next tag, if nothing but white space and comments is before it; null at the end. */
    @Nullable
    Tag next() throws IOException, Unexpected {
        while (true) {
            in.skipSpace();
            if (in.next() < 0) {
                return null;
            }
            int line = in.line();
            if (in.take() != '<') {
                throw Unexpected.found("text between the elements");
            }
            if (in.next() == '!') {
                comment();
            } else if (in.next() == '?' && !begun) {
                declaration();
            } else {
                return tag(line);
            }
            begun = true;
        }
    }

    private void comment() throws IOException, Unexpected {
        in.take();
        for (int dash = 0; dash < 2; dash++) {
            if (in.take() != '-') {
                throw Unexpected.found("a declaration");
            }
        }
        int dashes = 0;
        while (dashes < 2) {
            int taken = in.take();
            if (taken < 0) {
                throw Unexpected.malformed();
            }
            dashes = taken == '-' ? dashes + 1 : 0;
        }
        expect('>');
    }

    private void declaration() throws IOException, Unexpected {
        in.take();
        StringBuilder declaration = new StringBuilder();
        while (in.next() != '?' && in.next() >= 0 && declaration.length() < LONGEST_DECLARATION) {
            declaration.append((char) in.take());
        }
        in.take();
        expect('>');
        Matcher parts = DECLARATION.matcher(declaration);
        if (!parts.matches()) {
            throw Unexpected.found("an instruction");
        }
        if (parts.group(ENCODING) != null && !parts.group(ENCODING).matches("(?i)UTF-(8|16)|US-ASCII")) {
            throw Unexpected.found("an encoding other than UTF-8");
        }
    }

    private Tag tag(int line) throws IOException, Unexpected {
        begun = true;
        boolean end = in.next() == '/';
        if (end) {
            in.take();
        } else if (in.next() == '?') {
            throw Unexpected.found("an instruction");
        }
        String name = name();
        String attribute = "";
        String value = "";
        if (in.skipSpace() && !end && in.next() != '>' && in.next() != '/') {
            attribute = name();
            in.skipSpace();
            expect('=');
            in.skipSpace();
            value = quoted();
            in.skipSpace();
        }
        boolean empty = !end && in.next() == '/';
        if (empty) {
            in.take();
        }
        if (in.next() != '>' && !attribute.isEmpty()) {
            throw Unexpected.found("more than one attribute in '" + Shown.algorithm(name) + "'");
        }
        expect('>');
        return new Tag(name, end, empty, attribute, value, line);
    }

    private String name() throws IOException, Unexpected {
        StringBuilder name = new StringBuilder();
        while (Character.isLetterOrDigit(in.next()) || in.next() == ':' || in.next() == '_' || in.next() == '-') {
            if (name.length() == LONGEST_NAME) {
                throw Unexpected.found("a name of more than " + LONGEST_NAME + " characters");
            }
            name.append((char) in.take());
        }
        if (name.isEmpty()) {
            throw Unexpected.malformed();
        }
        return name.toString();
    }

    private String quoted() throws IOException, Unexpected {
        int quote = in.take();
        if (quote != '"' && quote != '\'') {
            throw Unexpected.malformed();
        }
        String value = upTo(quote);
        in.take();
        return value;
    }

    /** The text up to the next tag. */
    String text() throws IOException, Unexpected {
        return upTo('<');
    }

    private String upTo(int end) throws IOException, Unexpected {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (in.next() != end) {
            int taken = in.take();
            boolean space = taken == '\t' || taken == '\n' || taken == '\r';
            if (taken == '<' || (taken < ' ' && !space)) {
                throw Unexpected.malformed();
            }
            if (text.size() > Lines.MAX_LINE) {
                throw Unexpected.found("an element of more than " + Lines.MAX_LINE + " bytes");
            }
            if (taken == '&') {
                text.writeBytes(reference().getBytes(StandardCharsets.UTF_8));
            } else {
                // As every parser has to: white space in attributes means a blank.
                text.write(space ? ' ' : taken);
            }
        }
        String utf8 = TextName.utf8(text.toByteArray());
        if (utf8 == null) {
            throw Unexpected.found("text that is not UTF-8");
        }
        if (end == '<' && utf8.contains(CDATA_END)) {
            throw Unexpected.malformed();
        }
        return utf8;
    }

    private String reference() throws IOException, Unexpected {
        StringBuilder name = new StringBuilder();
        while (in.next() != ';') {
            if (in.next() <= ' ' || name.length() == LONGEST_REFERENCE) {
                throw Unexpected.malformed();
            }
            name.append((char) in.take());
        }
        in.take();
        if (name.indexOf("#") == 0) {
            return character(name.substring(1));
        }
        String entity = ENTITIES.get(name.toString());
        if (entity == null) {
            throw Unexpected.found("an entity");
        }
        return entity;
    }

    private static String character(String digits) throws Unexpected {
        boolean hex = digits.startsWith("x");
        boolean sound = digits.matches(hex ? "x[0-9A-Fa-f]{1,6}" : "[0-9]{1,7}");
        int point = !sound ? 0 : hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
        boolean allowed = point == '\t' || point == '\n' || point == '\r' || point >= ' ';
        boolean scalar = point <= Character.MAX_CODE_POINT && (point < 0xd800 || point > 0xdfff);
        if (!allowed || !scalar || point == 0xfffe || point == 0xffff) {
            throw Unexpected.malformed();
        }
        return Character.toString(point);
    }

    private void expect(char wanted) throws IOException, Unexpected {
        if (in.take() != wanted) {
            throw Unexpected.malformed();
        }
    }
}
