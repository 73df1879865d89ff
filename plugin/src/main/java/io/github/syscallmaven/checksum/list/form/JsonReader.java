package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.checksum.list.parse.FieldEntry;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@link ListFormat#JSON} and no other JSON: every member known, none twice; white space and escapes as RFC 8259
 * has them.
 */
public final class JsonReader implements FormReader {
    private static final Set<String> MEMBERS = Set.of("name", "nameBytes", "algorithm", "digest");

    private final ListContext context;
    private final ItemCollector findings;
    private ByteSource in = new ByteSource(InputStream.nullInputStream());

    public JsonReader(ListContext context, ItemCollector findings) {
        this.context = context;
        this.findings = findings;
    }

    @Override
    public void read(InputStream stream) throws IOException {
        in = new ByteSource(stream);
        try {
            list();
        } catch (UnexpectedJson unexpected) {
            String what = "is not the JSON that this plugin writes: " + unexpected.getMessage();
            findings.problem(Kind.NOT_A_LIST, in.line(), what + "; the rest is not read");
        }
    }

    private void list() throws IOException, UnexpectedJson {
        expect('{');
        if (!string().equals("checksums")) {
            throw new UnexpectedJson("its only member is not 'checksums'");
        }
        expect(':');
        expect('[');
        if (!skips(']')) {
            do {
                entry();
            } while (skips(','));
            expect(']');
        }
        expect('}');
        if (token() >= 0) {
            throw new UnexpectedJson("something follows its end");
        }
    }

    private void entry() throws IOException, UnexpectedJson {
        expect('{');
        int start = in.line();
        Map<String, String> members = new HashMap<>();
        do {
            String member = string();
            expect(':');
            if (!MEMBERS.contains(member) || members.put(member, string()) != null) {
                throw new UnexpectedJson("a member of an entry is unknown or comes twice");
            }
        } while (skips(','));
        expect('}');
        TextName name = new TextName(members.getOrDefault("name", ""), members.getOrDefault("nameBytes", ""));
        FieldEntry entry = new FieldEntry(
                name.toPath(), members.getOrDefault("algorithm", ""), members.getOrDefault("digest", ""));
        findings.add(entry.check(context.algorithms(), EntryForm.JSON, start));
    }

    private void expect(char wanted) throws IOException, UnexpectedJson {
        if (!skips(wanted)) {
            throw new UnexpectedJson("there is no '" + wanted + "' where one is expected");
        }
    }

    private boolean skips(char wanted) throws IOException {
        boolean there = token() == wanted;
        if (there) {
            in.take();
        }
        return there;
    }

    /** The next byte that is no white space, -1 at the end. Stays before it. */
    private int token() throws IOException {
        in.skipSpace();
        return in.next();
    }

    private String string() throws IOException, UnexpectedJson {
        expect('"');
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        while (in.next() != '"') {
            if (in.next() < ' ' || raw.size() > Lines.MAX_LINE) {
                throw new UnexpectedJson("a string does not end, has a control character or is too long");
            }
            int taken = in.take();
            raw.write(taken);
            if (taken == '\\') {
                raw.write(in.take());
            }
        }
        in.take();
        String text = TextName.utf8(raw.toByteArray());
        if (text == null) {
            throw new UnexpectedJson("a string is not UTF-8");
        }
        return text.indexOf('\\') < 0 ? text : unescape(text);
    }

    private static String unescape(String text) throws UnexpectedJson {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                int simple = i < text.length() ? "\"\\/bfnrt".indexOf(text.charAt(i)) : -1;
                if (simple >= 0) {
                    c = "\"\\/\b\f\n\r\t".charAt(simple);
                } else {
                    c = unicode(text, i);
                    i += 4;
                }
            }
            plain.append(c);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(plain)) {
            throw new UnexpectedJson("an escape stands for half a character");
        }
        return plain.toString();
    }

    private static char unicode(String text, int u) throws UnexpectedJson {
        boolean possible = u + 5 <= text.length() && text.charAt(u) == 'u';
        if (!possible || !text.substring(u + 1, u + 5).chars().allMatch(HexFormat::isHexDigit)) {
            throw new UnexpectedJson("an escape is none of JSON");
        }
        return (char) HexFormat.fromHexDigits(text, u + 1, u + 5);
    }

    private static final class UnexpectedJson extends Exception {
        UnexpectedJson(String why) {
            super(why);
        }
    }
}
