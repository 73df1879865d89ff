package io.github.syscallmaven.checksum;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The stream under an XML parser, which keeps in memory whatever stands in one tag: ends with a failure when more than
 * {@link SumsReader#MAX_LINE} bytes are taken between two calls of {@link #renew}. Tells afterwards why it failed.
 */
final class ElementInput extends InputStream {
    private final InputStream in;
    private int taken;
    private @Nullable IOException failure;

    ElementInput(InputStream in) {
        this.in = in;
    }

    void renew() {
        taken = 0;
    }

    boolean isExhausted() {
        return taken > SumsReader.MAX_LINE;
    }

    /** What the stream below threw, as the parser wraps it beyond recognition. */
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (isExhausted()) {
            return -1;
        }
        try {
            int count = in.read(bytes, from, length);
            taken += Math.max(count, 0);
            return count;
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }
}
