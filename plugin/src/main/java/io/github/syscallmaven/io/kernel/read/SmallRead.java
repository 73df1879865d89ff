package io.github.syscallmaven.io.kernel.read;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.RelativeName;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.SmallFileSink;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.PerThread;
import io.github.syscallmaven.io.kernel.path.Beneath;
import io.github.syscallmaven.syscall.CallSequence;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.Stat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;

/**
 * Reads many small files of one directory by handing all calls for them over at once, as entering native code costs
 * more than most of these calls. The directory is opened beneath the root; from there on a name is a single component,
 * which openat(2) with O_NOFOLLOW cannot lead astray, and which costs the kernel less than openat2(2).
 *
 * <p>The calls for a file are made whatever it turns out to be: only afterwards it is seen whether the bytes were those
 * of a regular file, all of them, and of one state of it. pread64(2) takes nothing out of a FIFO or a terminal
 * (ESPIPE), and what it reads of other things goes nowhere.
 */
public final class SmallRead {
    /** How many files at once, at most. */
    public static final int FILES = 32;

    /** The size, in bytes, up to which a file is small. */
    public static final int SMALL = 32 * 1024;

    /** NAME_MAX of every file system of note; a longer name is not for here. */
    private static final int LONGEST_NAME = 255;

    private final Kernel kernel;
    private final Beneath beneath;
    private final InstantSource clock;
    private final PerThread<Batch> ofThread = new PerThread<>(Batch::new);

    public SmallRead(Kernel kernel, Beneath beneath, InstantSource clock) {
        this.kernel = kernel;
        this.beneath = beneath;
        this.clock = clock;
    }

    /** Gives out what {@link Root#readSmall} says. */
    public void read(int root, List<BytePath> names, NameOrigin origin, SmallFileSink sink) throws IOException {
        boolean look = origin == NameOrigin.GIVEN;
        Batch batch = ofThread.get();
        // What a sink reads itself meanwhile is not for here.
        if (kernel.hasStatx() && !batch.lent) {
            for (int start = 0; start < names.size(); ) {
                start = batch.read(root, names, start, look, sink);
            }
        }
    }

    /** The calls for one file. */
    private final class Slot {
        private final NativeBuffer name = NativeBuffer.allocate(LONGEST_NAME + 1);
        private final NativeBuffer before = NativeBuffer.allocate(Stat.STATX_SIZE);
        private final NativeBuffer after = NativeBuffer.allocate(Stat.STATX_SIZE);
        private final NativeBuffer data = NativeBuffer.allocate(SMALL);
        private final CallSequence calls;
        private final int open;
        private final int read;
        private final int close;
        private boolean wanted;
        private boolean made;

        Slot(CallSequence looks, CallSequence calls, NativeBuffer itself) {
            looks.statx(
                    CallSequence.SUBJECT,
                    name,
                    KernelConstants.AT_SYMLINK_NOFOLLOW | KernelConstants.AT_NO_AUTOMOUNT,
                    Stat.BASIC,
                    before);
            this.calls = calls;
            open = calls.openat(CallSequence.SUBJECT, name, kernel.readFlags());
            calls.statx(open, itself, KernelConstants.AT_EMPTY_PATH, Stat.BASIC, before);
            read = calls.pread64(open, data);
            calls.statx(open, itself, KernelConstants.AT_EMPTY_PATH, Stat.BASIC, after);
            close = calls.close(open);
        }

        void name(BytePath path, int from) {
            name.bytes().clear();
            path.putInto(name.bytes(), from);
            name.bytes().put((byte) 0);
            wanted = true;
            made = false;
        }

        /** Takes notice that this call was the last one to be made for this file. */
        void ended(int call) {
            made = call == close;
            if (call > open && !made) {
                kernel.closeReadOnly((int) calls.result(open));
            }
        }

        /** Takes notice of what a look has told. */
        void looked(boolean exists, long startMillis) {
            wanted = exists && isSmallAndSettled(Stat.ofStatx(before), startMillis);
        }

        /** Whether the data are one state of a small file, and all of it. */
        boolean isWhole(long startMillis) {
            if (!made) {
                return false;
            }
            Stat first = Stat.ofStatx(before);
            return isSmallAndSettled(first, startMillis)
                    && first.size() == calls.result(read)
                    && first.isUnchanged(Stat.ofStatx(after));
        }

        private static boolean isSmallAndSettled(Stat stat, long startMillis) {
            return stat.isRegular() && stat.size() <= SMALL && StableRead.isSettled(stat, startMillis);
        }

        ByteBuffer data() {
            return data.bytes().clear().limit((int) calls.result(read));
        }
    }

    /** The calls of one thread, each laid out once. */
    private final class Batch {
        private static final int CALLS = 5;

        private final NativeBuffer itself = NativeBuffer.allocate(1);
        private final CallSequence looks = kernel.newSequence(FILES);
        private final CallSequence calls = kernel.newSequence(FILES * CALLS);
        private final Slot[] slots = new Slot[FILES];

        /** When the batch began, so before anything was looked at: a later time might be that of a further change. */
        private long startMillis;

        /** Whether the data are in use. */
        private boolean lent;

        /**
         * Whether the files of the last batch were all given out. Where it is not so, a look saves opening and reading
         * in vain.
         */
        private boolean allGiven;

        /**
         * How many slots there are yet: as many as were ever needed at once, since memory for one costs microseconds.
         */
        private int laidOut;

        private void layOut(int count) {
            for (; laidOut < count; laidOut++) {
                slots[laidOut] = new Slot(looks, calls, itself);
            }
        }

        /** Reads the files from {@code start} on that lie in one directory; the result is the first of another one. */
        int read(int root, List<BytePath> names, int start, boolean look, SmallFileSink sink) throws IOException {
            BytePath directory = names.get(start).parent();
            int count = 0;
            while (count < FILES && start + count < names.size() && isPlain(names.get(start + count), directory)) {
                count++;
            }
            if (count == 0) {
                return start + 1;
            }
            int from = directory.isEmpty() ? 0 : directory.length() + 1;
            layOut(count);
            for (int i = 0; i < count; i++) {
                slots[i].name(names.get(start + i), from);
            }
            startMillis = clock.millis();
            if (readBelow(root, directory, count, look || !allGiven)) {
                allGiven = giveOut(start, count, sink);
            }
            return start + count;
        }

        private boolean isPlain(BytePath name, BytePath directory) {
            return name.isIn(directory)
                    && name.length() - directory.length() <= LONGEST_NAME
                    && RelativeName.isPlain(name);
        }

        private boolean readBelow(int root, BytePath directory, int count, boolean look) {
            if (directory.isEmpty()) {
                readIn(root, count, look);
                return true;
            }
            try (Fd opened = beneath.openDirectory(root, directory, kernel.directoryPathFlags(), directory)) {
                readIn(opened.number(), count, look);
                return true;
            } catch (IOException toldByWhoeverReadsTheFilesOneByOne) {
                return false;
            }
        }

        private void readIn(int directory, int count, boolean look) {
            if (look) {
                look(directory, count);
            }
            for (int next = 0; next < count; ) {
                int end = next;
                while (end < count && slots[end].wanted) {
                    end++;
                }
                next = end == next ? next + 1 : readSlots(directory, next, end);
            }
        }

        private void look(int directory, int count) {
            for (int next = 0; next < count; ) {
                int end = looks.make(directory, next, count);
                for (; next < end; next++) {
                    slots[next].looked(!looks.failed(next), startMillis);
                }
            }
        }

        /** Makes the calls for these files, up to the first of which one fails; the result is the one behind it. */
        private int readSlots(int directory, int from, int to) {
            int last = calls.make(directory, from * CALLS, to * CALLS) - 1;
            int ended = last / CALLS;
            for (int whole = from; whole < ended; whole++) {
                slots[whole].made = true;
            }
            slots[ended].ended(last);
            return ended + 1;
        }

        /** Whether all could be given out. */
        private boolean giveOut(int start, int count, SmallFileSink sink) throws IOException {
            int given = 0;
            lent = true;
            try {
                for (int i = 0; i < count; i++) {
                    if (slots[i].isWhole(startMillis)) {
                        sink.accept(start + i, slots[i].data());
                        given++;
                    }
                }
            } finally {
                lent = false;
            }
            return given == count;
        }
    }
}
