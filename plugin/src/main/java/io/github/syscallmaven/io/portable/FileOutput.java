package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.portable.disk.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Writes a file and keeps the first failure: a content may wrap it or, as PrintWriter does, swallow it. */
final class FileOutput extends OutputStream {
    private static final int PIECE = 128 * 1024;

    private final BytePath shown;
    private final OutputStream file;
    private @Nullable IOException failure;

    private FileOutput(BytePath shown, OutputStream file) {
        this.shown = shown;
        this.file = file;
    }

    /**
     * Writes all of the content into this file, which exists, and closes it; or fails with the reason of the first
     * failure.
     */
    static void write(Path file, BytePath shown, Content content) throws IOException {
        FileOutput out = new FileOutput(shown, open(file, shown));
        try {
            BufferedOutputStream gathered = new BufferedOutputStream(out, PIECE);
            content.writeTo(new Unclosed(gathered));
            gathered.flush();
        } catch (IOException | RuntimeException | Error e) {
            out.closeAfter(e);
            out.requireNoFailure();
            throw e;
        }
        out.requireNoFailure();
        out.close();
    }

    private static OutputStream open(Path file, BytePath shown) throws IOException {
        try {
            return Files.newOutputStream(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    private void closeAfter(Throwable reason) {
        try {
            file.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    private void requireNoFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (failure != null) {
            throw new IOException("an earlier write failed", failure);
        }
        try {
            file.write(bytes, from, length);
        } catch (IOException e) {
            failure = Failure.about(shown, e);
            throw failure;
        }
    }

    /** What a content closes is not the file. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
