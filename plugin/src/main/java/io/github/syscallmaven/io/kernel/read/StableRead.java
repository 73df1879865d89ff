package io.github.syscallmaven.io.kernel.read;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.Scratch;
import io.github.syscallmaven.io.kernel.call.StatMapping;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;

/** Reads a file through one descriptor, and notices if it changes while it is read. */
public final class StableRead {
    /** From this size on, in bytes, the kernel is asked to read ahead further than it would by itself. */
    private static final long LARGE = 128 * 1024;

    /**
     * Before Linux 6.13 a change is stamped with the last clock tick, 10 ms at most: two changes within a tick look
     * like one.
     */
    private static final long TICK_MILLIS = 20;

    /** Old ext file systems, FAT and some servers stamp whole seconds only, FAT every other. */
    private static final long WHOLE_SECONDS_MILLIS = 2_000;

    /** A file that is still being written to after so many ticks will be so while it is read. */
    private static final int SETTLING_TRIES = 10;

    private final Kernel kernel;
    private final InstantSource clock;
    private final Pause pause;

    public StableRead(Kernel kernel, InstantSource clock, Pause pause) {
        this.kernel = kernel;
        this.clock = clock;
        this.pause = pause;
    }

    /** Reads all of the open file. {@code shown} names it in messages. */
    public FileFacts read(Fd file, ByteSink sink, BytePath shown) throws IOException {
        try {
            Stat before = settled(file, shown);
            requireRegular(StatMapping.typeOf(before), shown);
            if (before.size() >= LARGE) {
                kernel.readSequentially(file.number());
            }
            long read = readToEnd(file, before.size(), sink, shown);
            requireUnchanged(before, kernel.stat(file.number()), read, shown);
            return StatMapping.of(before);
        } catch (SyscallException e) {
            throw e.about(shown.toString());
        }
    }

    public static void requireRegular(FileType type, BytePath shown) throws RefusedException {
        if (type != FileType.REGULAR) {
            throw new RefusedException(shown.toString(), "it is " + type.description() + ", not a regular file");
        }
    }

    /**
     * Whether at this time, in milliseconds since 1970, no further change could hide in the clock tick of the last one.
     */
    static boolean isSettled(Stat stat, long millis) {
        return stat.size() == 0 || millis - ctimeMillis(stat) >= tickMillis(stat);
    }

    private static long tickMillis(Stat stat) {
        return stat.ctimeNanos() == 0 ? WHOLE_SECONDS_MILLIS : TICK_MILLIS;
    }

    private static long ctimeMillis(Stat stat) {
        return stat.ctimeSeconds() * 1_000 + stat.ctimeNanos() / 1_000_000;
    }

    private long waitMillis(Stat stat) {
        long now = clock.millis();
        long age = now - ctimeMillis(stat);
        // A stamp from the future needs no wait: a change from now on gets another one.
        return age < 0 || isSettled(stat, now) ? 0 : tickMillis(stat) - age;
    }

    /** The state of the file, once it has settled. */
    private Stat settled(Fd file, BytePath shown) throws IOException {
        for (int tries = 1; tries <= SETTLING_TRIES; tries++) {
            Stat stat = kernel.stat(file.number());
            long wait = waitMillis(stat);
            if (wait == 0) {
                return stat;
            }
            pause.millis(wait);
        }
        throw new ChangedWhileReadingException(shown.toString(), "it is being written to");
    }

    /** Reads so many bytes of the open file at most, whatever its size is said to be. */
    public byte[] readUnsized(Fd file, int limit) throws SyscallException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        NativeBuffer data = Scratch.ofThread().take();
        try {
            int read = kernel.pread(file.number(), data, 0);
            while (read > 0 && all.size() < limit) {
                byte[] piece = new byte[Math.min(read, limit - all.size())];
                data.bytes().get(0, piece);
                all.writeBytes(piece);
                read = kernel.pread(file.number(), data, all.size());
            }
            return all.toByteArray();
        } finally {
            Scratch.ofThread().give(data);
        }
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
