package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Pointer;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.kernel.call.Scratch;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.io.InMemory;
import io.github.syscallmaven.testing.io.InParallel;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody changes a file while it is read: what is given out is one state of it, or the change is told. */
class ChangeWhileReadingTest {
    private static final int SIZE = 2 * Scratch.DATA_SIZE + 5_000;
    private static final byte[] OLD = bytes(1, SIZE);
    private static final byte[] NEW = bytes(2, SIZE);

    /** The coarsest clock tick of a kernel before 6.13, of 100 Hz. */
    private static final long TICK = 10_000_000;

    private static int allCases;

    @TempDir(factory = InMemory.class)
    Path folder;

    private Path file = Path.of("");

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @AfterAll
    static void tell() {
        System.out.println("changes while reading: " + allCases + " cases");
    }

    /** How a file is changed. */
    private enum Change {
        APPEND,
        CUT,
        EMPTY,
        REWRITE,
        REWRITE_LAST_BYTE,
        REWRITE_AND_SET_BACK_THE_TIME,
        EMPTY_AND_WRITE_AGAIN,
        REPLACE;

        void of(Path file) throws IOException {
            switch (this) {
                case APPEND -> Files.write(file, NEW, StandardOpenOption.APPEND);
                case CUT -> truncate(file, SIZE / 2);
                case EMPTY -> truncate(file, 0);
                case REWRITE -> Files.write(file, NEW, StandardOpenOption.WRITE);
                case REWRITE_LAST_BYTE -> {
                    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                        open.seek(SIZE - 1);
                        open.write(~OLD[SIZE - 1]);
                    }
                }
                case REWRITE_AND_SET_BACK_THE_TIME -> {
                    FileTime before = Files.getLastModifiedTime(file);
                    Files.write(file, NEW, StandardOpenOption.WRITE);
                    Files.setLastModifiedTime(file, before);
                }
                case EMPTY_AND_WRITE_AGAIN -> Files.write(file, NEW);
                case REPLACE -> {
                    Path other = Files.write(file.resolveSibling("other"), NEW);
                    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }

        private static void truncate(Path file, int size) throws IOException {
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(size);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeBeforeAnyCallIsToldOrMakesNoMixture(Change change) throws Exception {
        runAll(change, TestKernel.GATE);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsToldWhereTimesAreCoarse(Change change) throws Exception {
        runAll(change, ChangeWhileReadingTest::withCoarseTimes);
    }

    private void runAll(Change change, Gate kernel) throws Exception {
        restore();
        FaultGate clean = new FaultGate(kernel, null);
        assertThat(read(clean)).isEqualTo(OLD);
        List<Step> steps = clean.steps();
        int told = 0;
        for (int at = 0; at < steps.size(); at++) {
            restore();
            try {
                byte[] read = read(before(at, kernel, () -> change.of(file)));
                assertThat(Arrays.equals(read, OLD) || Arrays.equals(read, Files.readAllBytes(file)))
                        .as("%s before %s at %d: one state of the file", change, steps.get(at), at)
                        .isTrue();
            } catch (ChangedWhileReadingException e) {
                told++;
            }
            allCases++;
        }
        long preads = steps.stream().filter(step -> step.call() == Call.PREAD64).count();
        assertThat(told).as(change.toString()).isGreaterThanOrEqualTo((int) preads - 1);
    }

    private void restore() throws IOException {
        file = folder.resolve("f");
        Files.write(file, OLD);
    }

    private interface Deed {
        void run() throws IOException;
    }

    private static Gate before(int at, Gate kernel, Deed deed) {
        int[] calls = {0};
        return (number, a1, a2, a3, a4, a5, a6) -> {
            if (calls[0]++ == at) {
                run(deed);
            }
            return kernel.syscall(number, a1, a2, a3, a4, a5, a6);
        };
    }

    /** Does this before the how manieth call of this kind. */
    private static Gate before(Call call, int which, Gate kernel, Deed deed) {
        int[] calls = {0};
        return (number, a1, a2, a3, a4, a5, a6) -> {
            if (number == TestKernel.ARCH.number(call) && ++calls[0] == which) {
                run(deed);
            }
            return kernel.syscall(number, a1, a2, a3, a4, a5, a6);
        };
    }

    private static void run(Deed deed) {
        try {
            deed.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] read(Gate gate) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Root root = new SyscallFileIo(new Syscalls(TestKernel.ARCH, gate)).open(BytePath.of(folder.toString()))) {
            root.read(BytePath.of("f"), NameOrigin.WALKED, piece -> append(piece, all));
        }
        return all.toByteArray();
    }

    private static void append(ByteBuffer piece, ByteArrayOutputStream all) {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        all.writeBytes(bytes);
    }

    /** The kernel as it was before it gave each change that somebody has looked at a time of its own. */
    private static long withCoarseTimes(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
        long result = TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        if (number == TestKernel.ARCH.number(Call.STATX) && result == 0) {
            for (int nanos : new int[] {104, 120}) {
                Pointer time = new Pointer(a5 + nanos);
                // 0 would mean that there are whole seconds only.
                time.setInt(0, (int) (time.getInt(0) / TICK * TICK) + 1);
            }
        }
        return result;
    }

    /** Repeated, since a slow machine does not always get both changes into one tick. */
    @RepeatedTest(10)
    void twoChangesInOneTickOfTheClockAreTold() throws Exception {
        restore();
        // So it has to be waited for the next tick, and then once more.
        Gate fresh = before(Call.STATX, 1, ChangeWhileReadingTest::withCoarseTimes, this::restore);
        Gate first = before(Call.STATX, 2, fresh, () -> {
            waitForTick();
            Change.REWRITE.of(file);
        });
        Gate second = before(Call.PREAD64, 2, first, () -> Files.write(file, OLD, StandardOpenOption.WRITE));

        assertThatThrownBy(() -> read(second)).isInstanceOf(ChangedWhileReadingException.class);
    }

    /**
     * Waits until the middle of a tick: this kernel's own ticks are shorter, and a change may get the time of the last.
     */
    private static void waitForTick() {
        while (System.currentTimeMillis() % (TICK / 1_000_000) != 4) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aFileThatIsWrittenToAllTheTimeIsNotWaitedForForEver() throws Exception {
        restore();
        Gate busy = (number, a1, a2, a3, a4, a5, a6) -> {
            if (number == TestKernel.ARCH.number(Call.STATX)) {
                run(() -> Change.REWRITE.of(file));
            }
            return TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        };

        assertThatThrownBy(() -> read(busy))
                .isInstanceOf(ChangedWhileReadingException.class)
                .hasMessageContaining(file.toString());
    }

    /**
     * A writer numbers the blocks of the file anew, from the first to the last, and pauses, and so on. At each instant
     * the first blocks have one number and the rest the one before it; whatever else is read was never in the file.
     */
    @Test
    void whatIsReadDuringARaceWasInTheFileAtOneInstant() throws Exception {
        int block = 4096;
        int blocks = 75;
        file = folder.resolve("f");
        Files.write(file, new byte[block * blocks]);
        AtomicInteger versions = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        long start = System.nanoTime();
        // Two seconds, and longer where the machine is too busy for all of it to happen.
        BooleanSupplier goesOn = () -> {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            return seconds < 2 || (seconds < 60 && (versions.get() == 0 || reads.get() == 0 || told.get() == 0));
        };
        InParallel.run(2, thread -> {
            if (thread == 0) {
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    while (goesOn.getAsBoolean()) {
                        int version = versions.incrementAndGet();
                        byte[] bytes = new byte[block];
                        ByteBuffer.wrap(bytes).putInt(0, version).putInt(block - Integer.BYTES, version);
                        for (int i = 0; i < blocks; i++) {
                            open.seek((long) i * block);
                            open.write(bytes);
                        }
                        Thread.sleep(ThreadLocalRandom.current().nextInt(60));
                    }
                }
                return;
            }
            while (goesOn.getAsBoolean()) {
                try {
                    List<Integer> numbers = numbers(readSlowly(), block);
                    reads.incrementAndGet();
                    assertThat(numbers).isSortedAccordingTo((a, b) -> b - a);
                    assertThat(numbers.get(0) - numbers.get(numbers.size() - 1)).isLessThanOrEqualTo(1);
                } catch (ChangedWhileReadingException e) {
                    told.incrementAndGet();
                }
            }
        });

        System.out.println("race: " + versions + " versions, " + reads + " reads, " + told + " changes told");
        assertThat(List.of(versions.get(), reads.get(), told.get())).doesNotContain(0);
    }

    private byte[] readSlowly() throws IOException {
        return read((number, a1, a2, a3, a4, a5, a6) -> {
            if (number == TestKernel.ARCH.number(Call.PREAD64)) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(10_000_000));
            }
            return TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        });
    }

    private static List<Integer> numbers(byte[] bytes, int block) {
        List<Integer> numbers = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(bytes);
        for (int at = 0; at < bytes.length; at += block) {
            numbers.add(all.getInt(at));
            numbers.add(all.getInt(at + block - Integer.BYTES));
        }
        return numbers;
    }
}
