package io.github.syscallmaven.checksum.list.write;

import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes {@link ListFormat#JSON}. */
public final class JsonWriter implements ListWriter {
    private final OutputStream out;
    private String separator = "\n";

    JsonWriter(OutputStream out) throws IOException {
        this.out = out;
        utf8("{\"checksums\":[");
    }

    @Override
    public void write(Algorithm algorithm, Digest digest, BytePath name) throws IOException {
        TextName text = TextName.of(TextName.checked(name));
        String named = text.hex().isEmpty() ? "\"name\":" + quoted(text.text()) : "\"nameBytes\":" + quoted(text.hex());
        utf8(separator + '{' + named + ",\"algorithm\":" + quoted(algorithm.name()) + ",\"digest\":\"" + digest
                + "\"}");
        separator = ",\n";
    }

    @Override
    public void finish() throws IOException {
        utf8("\n]}\n");
    }

    /** Exactly this text; what would not be harmless to show is written as {@code \}{@code uxxxx}. */
    public static String quoted(String text) {
        boolean harmless = Printable.of(text).equals(text);
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (harmless || isHarmless(c)) {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    quoted.append("\\u").append(HexFormat.of().toHexDigits(unit));
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isHarmless(int codePoint) {
        String text = Character.toString(codePoint);
        return Printable.of(text).equals(text);
    }

    private void utf8(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
