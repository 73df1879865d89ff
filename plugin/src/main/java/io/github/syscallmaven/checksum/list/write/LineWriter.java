package io.github.syscallmaven.checksum.list.write;

import io.github.syscallmaven.checksum.list.line.EscapedName;
import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the lines of coreutils, tagged or not. */
final class LineWriter implements ListWriter {
    private static final byte[] ESCAPED = ascii("\\");
    private static final byte[] PLAIN = ascii("");

    private final OutputStream out;
    private final boolean tagged;

    LineWriter(OutputStream out, boolean tagged) {
        this.out = out;
        this.tagged = tagged;
    }

    @Override
    public void write(Algorithm algorithm, Digest digest, BytePath name) throws IOException {
        out.write(tagged ? tagged(algorithm, digest, name) : untagged(digest, name));
    }

    @Override
    public void finish() {
        // A list of lines needs no end.
    }

    private static byte[] tagged(Algorithm algorithm, Digest digest, BytePath path) {
        byte[] name = TextName.checked(path).toBytes();
        byte[] escaped = EscapedName.escape(name);
        byte[] before = ascii(algorithm.tag() + " (");
        return joined(mark(name, escaped), before, escaped, ascii(") = "), digest.toHex());
    }

    static byte[] untagged(Digest digest, BytePath path) {
        byte[] name = TextName.checked(path).toBytes();
        byte[] escaped = EscapedName.escape(name);
        return joined(mark(name, escaped), digest.toHex(), ascii("  "), escaped);
    }

    private static byte[] mark(byte[] name, byte[] escaped) {
        return escaped.length == name.length ? PLAIN : ESCAPED;
    }

    /** One after the other, and LF. */
    private static byte[] joined(byte[]... parts) {
        int length = 1;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] line = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, line, at, part.length);
            at += part.length;
        }
        line[at] = '\n';
        return line;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
