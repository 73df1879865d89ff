package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Compares what is written to it with the bytes of a file, and stops the writer at the first difference. */
final class ComparingOutput extends OutputStream {
    private static final int PIECE = 64 * 1024;

    private final InputStream file;
    private boolean different;

    private ComparingOutput(InputStream file) {
        this.file = new BufferedInputStream(file, PIECE);
    }

    /** Stops the writer; never seen outside. */
    private static final class Different extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Whether the stream gives this content and nothing else. */
    static boolean isEqual(InputStream file, Content content) throws IOException {
        return new ComparingOutput(file).isEqual(content);
    }

    private boolean isEqual(Content content) throws IOException {
        try {
            content.writeTo(this);
        } catch (IOException | RuntimeException e) {
            if (!different) {
                throw e;
            }
        }
        return !different && read(1).length == 0;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int piece = Math.min(length - done, PIECE);
            byte[] old = different ? new byte[0] : read(piece);
            if (!Arrays.equals(old, 0, old.length, bytes, from + done, from + done + piece)) {
                different = true;
                throw new Different();
            }
            done += piece;
        }
    }

    /**
     * What cannot be read is different: it is written anew, and the disk says then what is wrong with it, if anything
     * is.
     */
    private byte[] read(int length) {
        try {
            return file.readNBytes(length);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }
}
