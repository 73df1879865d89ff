package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the lines of coreutils, tagged or not. */
final class LineWriter implements SumsWriter {
    private final OutputStream out;
    private final boolean tagged;

    LineWriter(OutputStream out, boolean tagged) {
        this.out = out;
        this.tagged = tagged;
    }

    @Override
    public void write(Algorithm algorithm, Digest digest, BytePath name) throws IOException {
        out.write(tagged ? line(algorithm.tag() + " (", name, ") = " + digest) : untagged(digest, name));
    }

    @Override
    public void finish() {
        // A list of lines needs no end.
    }

    static byte[] untagged(Digest digest, BytePath name) {
        return line(digest + "  ", name, "");
    }

    private static byte[] line(String before, BytePath name, String after) {
        byte[] bytes = TextName.checked(name).toBytes();
        byte[] escaped = EscapedName.escape(bytes);
        byte[] start = ascii(escaped.length == bytes.length ? before : "\\" + before);
        byte[] end = ascii(after);
        return ByteBuffer.allocate(start.length + escaped.length + end.length + 1)
                .put(start)
                .put(escaped)
                .put(end)
                .put((byte) '\n')
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
