package io.github.syscallmaven.checksum.verify.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;

/** Keeps text until the text before it is known. Deflated, because it is long and repetitive. */
final class Spool {
    private static final int PIECE = 64 * 1024;

    // Not one growing array, whose copy would take as much again.
    private final List<byte[]> pieces = new ArrayList<>();
    private final ByteArrayOutputStream last = new ByteArrayOutputStream(PIECE);
    private final OutputStream in = new DeflaterOutputStream(last, new Deflater(Deflater.BEST_SPEED), PIECE);

    void write(String text) throws IOException {
        in.write(text.getBytes(StandardCharsets.UTF_8));
        if (last.size() >= PIECE) {
            nextPiece();
        }
    }

    private void nextPiece() {
        pieces.add(last.toByteArray());
        last.reset();
    }

    /** Writes all of it there; nothing can be added afterwards. */
    void writeTo(OutputStream out) throws IOException {
        in.close();
        nextPiece();
        InflaterOutputStream inflated = new InflaterOutputStream(out);
        for (byte[] piece : pieces) {
            inflated.write(piece);
        }
        inflated.finish();
    }
}
