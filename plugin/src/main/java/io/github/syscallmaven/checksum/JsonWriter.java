package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes {@link SumsFormat#JSON}. */
final class JsonWriter implements SumsWriter {
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

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private void utf8(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
