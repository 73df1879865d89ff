package io.github.syscallmaven.checksum.list.write;

import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes {@link ListFormat#CSV}. */
public final class CsvWriter implements ListWriter {
    public static final String HEADER = "name,nameBytes,algorithm,digest";

    private final OutputStream out;

    CsvWriter(OutputStream out) throws IOException {
        this.out = out;
        utf8(HEADER + "\n");
    }

    @Override
    public void write(Algorithm algorithm, Digest digest, BytePath name) throws IOException {
        TextName text = TextName.of(TextName.checked(name));
        utf8('"' + text.text().replace("\"", "\"\"") + "\"," + text.hex() + ',' + algorithm + ',' + digest + '\n');
    }

    @Override
    public void finish() {
        // A list of lines needs no end.
    }

    private void utf8(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
