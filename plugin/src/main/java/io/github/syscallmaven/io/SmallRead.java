package io.github.syscallmaven.io;

import io.github.syscallmaven.syscall.CallSequence;
import io.github.syscallmaven.syscall.Fcntl;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.Stat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a small file by handing calls over at once, for whoever reads many: first open and look, then read, look again and
 * close. The calls and the verdicts are those of {@link Beneath} and {@link StableRead}, which go on where a call fails or a
 * file is not small.
 */
final class SmallRead {
    private final Kernel kernel;
    private final Beneath beneath;
    private final StableRead reader;
    private final ThreadLocal<Calls> ofThread = ThreadLocal.withInitial(Calls::new);

    SmallRead(Kernel kernel, Beneath beneath, StableRead reader) {
        this.kernel = kernel;
        this.beneath = beneath;
        this.reader = reader;
    }

    /**
     * Reads all of a file below this directory.
     *
     * @param root the directory's path, for messages
     * @return null when nothing was given out and the file is to be opened anew, one call after the other
     */
    @Nullable
    FileFacts read(int directory, BytePath root, BytePath name, ByteSink sink) throws IOException {
        if (!beneath.hasOpenat2() || !kernel.hasStatx() || name.length() > BytePath.MAX_LENGTH) {
            return null;
        }
        Calls calls = ofThread.get();
        return calls.lent ? null : calls.read(directory, root, name, sink);
    }

    /** The calls of one thread, laid out once. */
    private final class Calls {
        private final NativeBuffer path = NativeBuffer.allocate(BytePath.MAX_LENGTH + 1);
        private final NativeBuffer itself = NativeBuffer.allocate(1);
        private final NativeBuffer before = NativeBuffer.allocate(Stat.STATX_SIZE);
        private final NativeBuffer after = NativeBuffer.allocate(Stat.STATX_SIZE);
        private final NativeBuffer data = NativeBuffer.allocate(Scratch.DATA_SIZE);

        private final CallSequence opening = kernel.newSequence();
        private final int open = opening.openat2(CallSequence.SUBJECT, path, beneath.how(kernel.quietly()));
        private final int look = opening.statx(open, itself, Fcntl.AT_EMPTY_PATH, Stat.BASIC, before);

        private final CallSequence reading = kernel.newSequence();
        private final int read = reading.pread64(CallSequence.SUBJECT, data);
        private final int close;

        /** Whether the data is in use: a sink may read other files. */
        private boolean lent;

        Calls() {
            reading.statx(CallSequence.SUBJECT, itself, Fcntl.AT_EMPTY_PATH, Stat.BASIC, after);
            close = reading.close(CallSequence.SUBJECT);
        }

        @Nullable
        FileFacts read(int directory, BytePath root, BytePath name, ByteSink sink) throws IOException {
            path.bytes().clear();
            name.putInto(path.bytes());
            path.bytes().put((byte) 0);
            opening.make(directory);
            if (opening.failed(open)) {
                return null;
            }
            int fd = (int) opening.result(open);
            Stat first = opening.failed(look) ? null : Stat.ofStatx(before);
            if (first == null || !isSmall(first) || reading.make(fd) <= close) {
                BytePath shown = root.resolve(name);
                try (Fd file = new Fd(kernel, fd)) {
                    return reader.read(file, sink, shown);
                }
            }
            return giveOut(first, root, name, sink);
        }

        /** To read from anything but a regular file might already do something. */
        private boolean isSmall(Stat stat) {
            return stat.isRegular() && stat.size() <= data.size() && reader.isSettled(stat);
        }

        /** The file is closed by now. */
        private @Nullable FileFacts giveOut(Stat first, BytePath root, BytePath name, ByteSink sink)
                throws IOException {
            int count = (int) reading.result(read);
            Stat last = Stat.ofStatx(after);
            if (count != first.size() || !first.isUnchanged(last)) {
                StableRead.requireNoMore(count, first.size(), root.resolve(name));
                if (first.isUnchanged(last)) {
                    // One call need not give out all.
                    return null;
                }
                StableRead.requireUnchanged(first, last, count, root.resolve(name));
            }
            if (count > 0) {
                lent = true;
                try {
                    sink.accept(data.bytes().clear().limit(count));
                } finally {
                    lent = false;
                }
            }
            return Facts.of(first);
        }
    }
}
