package io.github.syscallmaven.io;

import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;

/** Reads a file through one descriptor and notices when it changes meanwhile. */
final class StableRead {
    /** From this size on, in bytes, the kernel is asked to read ahead further than it would by itself. */
    private static final long LARGE = 128 * 1024;

    /**
     * Before Linux 6.13 a change is stamped with the last clock tick, 10 ms at the most: two changes within a tick look
     * like one.
     */
    private static final long TICK_MILLIS = 20;

    private final Kernel kernel;
    private final InstantSource clock;

    StableRead(Kernel kernel, InstantSource clock) {
        this.kernel = kernel;
        this.clock = clock;
    }

    /** Reads all of the open file. {@code shown} names it in messages. */
    FileFacts read(Fd file, ByteSink sink, BytePath shown) throws IOException {
        try {
            Stat before = settled(file);
            requireRegular(Facts.typeOf(before), shown);
            if (before.size() >= LARGE) {
                kernel.readSequentially(file.number());
            }
            long read = readToEnd(file, before.size(), sink, shown);
            requireUnchanged(before, kernel.stat(file.number()), read, shown);
            return Facts.of(before);
        } catch (SyscallException e) {
            throw e.about(shown.toString());
        }
    }

    static void requireRegular(FileType type, BytePath shown) throws RefusedException {
        if (type != FileType.REGULAR) {
            throw new RefusedException(shown.toString(), "it is " + type.description() + ", not a regular file");
        }
    }

    /** Whether a further change cannot hide in the clock tick of the last one. */
    boolean isSettled(Stat stat) {
        return waitMillis(stat) == 0;
    }

    private long waitMillis(Stat stat) {
        long age = clock.millis() - (stat.ctimeSeconds() * 1_000 + stat.ctimeNanos() / 1_000_000);
        // A stamp from the future needs no wait: a change from now on gets another one.
        return age < 0 || age >= TICK_MILLIS || stat.size() == 0 ? 0 : TICK_MILLIS - age;
    }

    /** The state of the file, once a further change cannot hide in the clock tick of the last one. */
    private Stat settled(Fd file) throws IOException {
        Stat stat = kernel.stat(file.number());
        long wait = waitMillis(stat);
        if (wait == 0) {
            return stat;
        }
        Pause.millis(wait);
        return kernel.stat(file.number());
    }

    private long readToEnd(Fd file, long size, ByteSink sink, BytePath shown) throws IOException {
        NativeBuffer data = Scratch.ofThread().take();
        try {
            return readToEnd(file, size, sink, shown, data);
        } finally {
            Scratch.ofThread().give(data);
        }
    }

    private long readToEnd(Fd file, long size, ByteSink sink, BytePath shown, NativeBuffer data) throws IOException {
        long position = 0;
        // A file without a size may still have contents, as those of /proc do: look once.
        do {
            int read = kernel.pread(file.number(), data, position);
            if (read == 0) {
                break;
            }
            position += read;
            requireNoMore(position, size, shown);
            ByteBuffer piece = data.bytes();
            piece.clear().limit(read);
            sink.accept(piece);
        } while (position < size);
        return position;
    }

    static void requireNoMore(long read, long size, BytePath shown) throws ChangedWhileReadingException {
        if (read > size) {
            throw new ChangedWhileReadingException(
                    shown.toString(), "it has more than the " + size + " bytes that it had at first");
        }
    }

    static void requireUnchanged(Stat before, Stat after, long read, BytePath shown)
            throws ChangedWhileReadingException {
        if (read != before.size()) {
            throw new ChangedWhileReadingException(
                    shown.toString(), "it ended after " + read + " of " + before.size() + " bytes");
        }
        if (!before.isUnchanged(after)) {
            throw new ChangedWhileReadingException(
                    shown.toString(),
                    before.size() == after.size()
                            ? "it was written to, renamed, replaced or given other permissions"
                            : "its size changed");
        }
    }
}
