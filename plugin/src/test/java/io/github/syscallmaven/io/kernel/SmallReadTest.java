package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.testing.kernel.TestKernel.ARCH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Pointer;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.kernel.read.SmallRead;
import io.github.syscallmaven.syscall.CallSequence;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.Settled;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files are read by as few entries into native code as can be, and as honestly as one by one. */
class SmallReadTest {
    private static final List<Call> OF_A_FILE = List.of(Call.OPENAT, Call.STATX, Call.PREAD64, Call.STATX, Call.CLOSE);

    /** All files are old: none is left out for being written a moment ago. */
    private static final InstantSource TOMORROW =
            () -> InstantSource.system().instant().plusSeconds(86_400);

    @TempDir
    Path folder;

    private final Watched watched = new Watched();

    /** Keeps account, and lets something go wrong at one of the calls. */
    private static final class Watched implements Gate {
        private final List<Call> calls = new ArrayList<>();
        private final List<Integer> sequences = new ArrayList<>();
        private int at = -1;

        @Nullable
        private Deed deed;

        void clear() {
            calls.clear();
            sequences.clear();
        }

        @Override
        public int syscalls(CallSequence sequence, int from, int to) {
            sequences.add(to - from);
            return Gate.super.syscalls(sequence, from, to);
        }

        @Override
        public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
            boolean now = calls.size() == at;
            calls.add(TestArch.call(ARCH, number).orElseThrow());
            if (now && deed != null) {
                deed.run();
            }
            return TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        }
    }

    private interface Deed {
        void run();
    }

    @BeforeEach
    void arrange() throws IOException {
        Files.createDirectories(folder.resolve("d/e"));
        for (String name : List.of("a", "d/b", "d/c", "d/e/f")) {
            Files.writeString(folder.resolve(name), "in " + name);
        }
    }

    private Map<String, String> read(String... names) throws IOException {
        return read(watched, TOMORROW, names);
    }

    private Map<String, String> read(Gate gate, InstantSource clock, String... names) throws IOException {
        Map<String, String> found = new TreeMap<>();
        List<BytePath> paths = Stream.of(names).map(BytePath::of).toList();
        FileIo io = new SyscallFileIo(new Syscalls(ARCH, gate), clock, Pause.SLEEP);
        try (Root root = io.open(BytePath.of(folder.toString()))) {
            watched.clear();
            root.readSmall(
                    paths,
                    NameOrigin.WALKED,
                    (i, bytes) -> found.put(names[i], UTF_8.decode(bytes).toString()));
        }
        return found;
    }

    @Test
    void filesOfOneDirectoryTakeOneSequence() throws Exception {
        assertThat(read("a", "d/b", "d/c", "d/e/f"))
                .isEqualTo(Map.of("a", "in a", "d/b", "in d/b", "d/c", "in d/c", "d/e/f", "in d/e/f"));

        assertThat(watched.sequences).containsExactly(1, 5, 10, 5);
        // The first batch is looked at, as nobody knows yet whether the files are small.
        List<Call> expected = new ArrayList<>(List.of(Call.STATX));
        expected.addAll(OF_A_FILE);
        expected.add(Call.OPENAT2);
        expected.addAll(OF_A_FILE);
        expected.addAll(OF_A_FILE);
        expected.addAll(List.of(Call.CLOSE, Call.OPENAT2));
        expected.addAll(OF_A_FILE);
        expected.addAll(List.of(Call.CLOSE, Call.CLOSE));
        assertThat(watched.calls).isEqualTo(expected);
    }

    /** Every file is looked at before it is opened. */
    @Test
    void namesThatNobodyHasSeenAreLookedAtFirst() throws Exception {
        Run.of("mkfifo", folder.resolve("d/fifo").toString()).successful();
        Files.createSymbolicLink(folder.resolve("d/link"), Path.of("b"));
        String[] names = {"d/b", "d/fifo", "d/missing", "d/c", "d/link", "d/e", "d/b"};
        List<String> found = new ArrayList<>();
        try (Root root = new SyscallFileIo(new Syscalls(ARCH, watched), TOMORROW, Pause.SLEEP)
                .open(BytePath.of(folder.toString()))) {
            watched.clear();
            root.readSmall(
                    Stream.of(names).map(BytePath::of).toList(),
                    NameOrigin.GIVEN,
                    (i, bytes) -> found.add(i + " " + UTF_8.decode(bytes)));
        }

        assertThat(found).containsExactly("0 in d/b", "3 in d/c", "6 in d/b");
        // The third look ends the first sequence of looks.
        assertThat(watched.sequences).containsExactly(7, 4, 5, 5, 5);
        assertThat(Collections.frequency(watched.calls, Call.OPENAT)).isEqualTo(3);
    }

    @Test
    void anyNumberOfFilesIsReadInTheirOrder() throws Exception {
        List<BytePath> names = new ArrayList<>();
        for (int i = 0; i < 3 * SmallRead.FILES + 1; i++) {
            names.add(BytePath.of("d/" + i));
            Files.writeString(folder.resolve("d/" + i), String.valueOf(i));
        }
        List<String> found = new ArrayList<>();
        try (Root root = new SyscallFileIo(new Syscalls(ARCH, watched), TOMORROW, Pause.SLEEP)
                .open(BytePath.of(folder.toString()))) {
            root.readSmall(names, NameOrigin.WALKED, (i, bytes) -> found.add(i + " " + UTF_8.decode(bytes)));
        }

        assertThat(found)
                .isEqualTo(IntStream.range(0, names.size())
                        .mapToObj(i -> i + " " + i)
                        .toList());
        assertThat(watched.sequences).containsExactly(32, 160, 160, 160, 5);
    }

    /** A large file is opened in vain only where those before it were small. */
    @Test
    void filesAreLookedAtWhereNotAllAreSmall() throws Exception {
        Files.writeString(folder.resolve("d/large"), "x".repeat(SmallRead.SMALL + 1));

        assertThat(read("d/b", "d/c", "d/large", "d/e/f", "a")).hasSize(4);

        assertThat(watched.sequences).containsExactly(3, 10, 1, 5, 5);
        assertThat(Collections.frequency(watched.calls, Call.OPENAT)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SmallRead.SMALL - 1, SmallRead.SMALL})
    void smallIsUpToTheLimit(int size) throws Exception {
        String text = "x".repeat(size);
        Files.writeString(folder.resolve("d/x"), text);

        assertThat(read("d/x")).isEqualTo(Map.of("d/x", text));
    }

    @Test
    void whatIsNotSmallOrNoFileIsLeftOut() throws Exception {
        Files.writeString(folder.resolve("d/large"), "x".repeat(SmallRead.SMALL + 1));
        Files.createSymbolicLink(folder.resolve("d/link"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("linked"), Path.of("d"));
        Run.of("mkfifo", folder.resolve("d/fifo").toString()).successful();

        assertThat(read(
                        "",
                        "/etc/hostname",
                        "../" + folder.getFileName() + "/a",
                        "./a",
                        "d//b",
                        "d/../a",
                        "d/.",
                        "d/\0",
                        "d/a",
                        "d/b",
                        "d/e",
                        "d/fifo",
                        "d/large",
                        "d/link",
                        "d/missing",
                        "d/" + "n".repeat(256),
                        "linked/b",
                        "missing/b",
                        "d/c"))
                .isEqualTo(Map.of("d/b", "in d/b", "d/c", "in d/c"));
    }

    @Test
    void deviceIsLeftOut() throws Exception {
        Map<String, String> found = new TreeMap<>();
        try (Root dev =
                new SyscallFileIo(new Syscalls(ARCH, watched), TOMORROW, Pause.SLEEP).open(BytePath.of("/dev"))) {
            dev.readSmall(
                    List.of(BytePath.of("zero"), BytePath.of("null")),
                    NameOrigin.GIVEN,
                    (i, bytes) -> found.put("device " + i, UTF_8.decode(bytes).toString()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void fifoKeepsWhatIsInIt() throws Exception {
        Path fifo = folder.resolve("d/fifo");
        Run.of("mkfifo", fifo.toString()).successful();
        String command = "exec 3<>\"$0\"; echo kept >&3; echo ready; read -r line; read -r kept <&3; echo \"$kept\"";
        Process holder = new ProcessBuilder("bash", "-c", command, fifo.toString()).start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("ready");
            assertThat(read("d/fifo")).isEmpty();
            holder.outputWriter().append("go on\n").close();
            assertThat(holder.inputReader().readLine()).isEqualTo("kept");
        } finally {
            holder.destroy();
        }
    }

    /** Each call of all of them fails: the file is left out, the others are not, and no descriptor stays open. */
    @ParameterizedTest
    @EnumSource(names = {"EINTR", "EIO", "EMFILE", "ENOSYS", "ENOENT"})
    void whatFailsIsLeftOut(Errno errno) throws Exception {
        String[] names = {"d/b", "d/c", "d/e/f"};
        Map<String, String> all = read(names);
        int calls = watched.calls.size();
        for (int at = 0; at < calls - 1; at++) {
            FaultGate accounts = new FaultGate(TestKernel.GATE, null);
            watched.clear();
            int failing = at;
            int[] made = {-1};
            Gate gate = (number, a1, a2, a3, a4, a5, a6) -> {
                // The first call opens the root, and a close is made in any case.
                if (made[0]++ == failing && TestArch.call(ARCH, number).orElseThrow() != Call.CLOSE) {
                    return -errno.number();
                }
                return accounts.syscall(number, a1, a2, a3, a4, a5, a6);
            };

            Map<String, String> found = read(gate, TOMORROW, names);

            assertThat(all).as("at " + at).containsAllEntriesOf(found);
            assertThat(found).as("at " + at).hasSizeGreaterThanOrEqualTo(1);
            assertThat(accounts.leaked()).as("at " + at).isZero();
            assertThat(accounts.strangersClosed()).as("at " + at).isZero();
        }
    }

    /** What somebody does to {@code d/b}. */
    private enum Change {
        APPEND,
        CUT,
        EMPTY,
        REWRITE,
        REWRITE_AND_SET_BACK_THE_TIME,
        REPLACE,
        REPLACE_BY_A_LINK;

        void of(Path file) {
            try {
                change(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private void change(Path file) throws IOException {
            switch (this) {
                case APPEND -> Files.writeString(file, "more", StandardOpenOption.APPEND);
                case CUT -> Files.writeString(file, "in");
                case EMPTY -> Files.writeString(file, "");
                case REWRITE -> Files.writeString(file, "IN D/B", StandardOpenOption.WRITE);
                case REWRITE_AND_SET_BACK_THE_TIME -> {
                    FileTime before = Files.getLastModifiedTime(file);
                    Files.writeString(file, "IN D/B", StandardOpenOption.WRITE);
                    Files.setLastModifiedTime(file, before);
                }
                case REPLACE -> {
                    Path other = Files.writeString(file.resolveSibling("other"), "IN D/B");
                    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
                }
                case REPLACE_BY_A_LINK -> {
                    Path other = Files.createSymbolicLink(file.resolveSibling("other"), Path.of("c"));
                    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void changeBeforeAnyCallMakesNoMixture(Change change) throws Exception {
        changeBeforeEachCall(change, watched, TOMORROW);
    }

    /** Only that the file is not new makes a change noticeable there. */
    @ParameterizedTest
    @EnumSource
    void changeMakesNoMixtureWhereTimesAreCoarse(Change change) throws Exception {
        changeBeforeEachCall(change, withCoarseTimes(watched), InstantSource.system());
    }

    private void changeBeforeEachCall(Change change, Gate gate, InstantSource clock) throws Exception {
        Path file = folder.resolve("d/b");
        int leftOut = 0;
        read("d/b", "d/c");
        int calls = watched.calls.size();
        for (int at = 0; at < calls; at++) {
            Files.delete(file);
            Files.writeString(file, "in d/b");
            // Of a time long ago, in whole seconds.
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000_000)));
            if (clock != TOMORROW) {
                Settled.await(file);
            }
            watched.at = at;
            watched.deed = () -> change.of(file);

            Map<String, String> found = read(gate, clock, "d/b", "d/c");

            assertThat(found).as("at " + at).containsEntry("d/c", "in d/c");
            if (found.containsKey("d/b")) {
                List<String> states =
                        Files.isSymbolicLink(file) ? List.of("in d/b") : List.of("in d/b", Files.readString(file));
                assertThat(states).as("at " + at).contains(found.get("d/b"));
            } else {
                leftOut++;
            }
        }
        assertThat(leftOut).as("times that " + change + " was noticed").isPositive();
    }

    /** As before Linux 6.13, on a machine whose clock ticks every 10 ms. */
    private static Gate withCoarseTimes(Gate gate) {
        return (number, a1, a2, a3, a4, a5, a6) -> {
            long result = gate.syscall(number, a1, a2, a3, a4, a5, a6);
            if (number == ARCH.number(Call.STATX) && result == 0) {
                for (int nanos : new int[] {104, 120}) {
                    Pointer time = new Pointer(a5 + nanos);
                    // 0 would mean that there are whole seconds only.
                    time.setInt(0, time.getInt(0) / 10_000_000 * 10_000_000 + 1);
                }
            }
            return result;
        };
    }

    @Test
    void fileThatWasWrittenAMomentAgoIsLeftOut() throws Exception {
        Instant change = ((FileTime) Files.getAttribute(folder.resolve("d/b"), "unix:ctime")).toInstant();
        Files.writeString(folder.resolve("d/empty"), "");

        for (long millis : new long[] {-1_000, 0, 19}) {
            assertThat(read(watched, () -> change.plusMillis(millis), "d/b", "d/empty"))
                    .as("after " + millis + " ms")
                    .containsOnlyKeys("d/empty");
        }
        assertThat(read(watched, () -> change.plusMillis(21), "d/b")).containsKey("d/b");
    }

    /** As ext4 with small inodes, FAT, and others. */
    @Test
    void whereTimesAreWholeSecondsItIsLeftOutForTwo() throws Exception {
        Instant second = Instant.ofEpochSecond(((FileTime) Files.getAttribute(folder.resolve("d/b"), "unix:ctime"))
                .toInstant()
                .getEpochSecond());
        Gate whole = (number, a1, a2, a3, a4, a5, a6) -> {
            long result = watched.syscall(number, a1, a2, a3, a4, a5, a6);
            if (number == ARCH.number(Call.STATX) && result == 0) {
                new Pointer(a5).setInt(104, 0);
                new Pointer(a5).setInt(120, 0);
            }
            return result;
        };

        assertThat(read(whole, () -> second.plusMillis(1_999), "d/b")).isEmpty();
        assertThat(read(whole, () -> second.plusMillis(2_000), "d/b")).containsKey("d/b");
    }

    @Test
    void nothingIsReadWithoutStatx() throws Exception {
        Gate old = (number, a1, a2, a3, a4, a5, a6) -> number == ARCH.number(Call.STATX)
                ? -Errno.ENOSYS.number()
                : watched.syscall(number, a1, a2, a3, a4, a5, a6);

        assertThat(read(old, TOMORROW, "a", "d/b")).isEmpty();
    }

    @Test
    void directoriesAreFoundWithoutOpenat2() throws Exception {
        Gate old = (number, a1, a2, a3, a4, a5, a6) -> number == ARCH.number(Call.OPENAT2)
                ? -Errno.ENOSYS.number()
                : watched.syscall(number, a1, a2, a3, a4, a5, a6);

        assertThat(read(old, TOMORROW, "a", "d/b", "d/e/f")).hasSize(3);
    }

    @Test
    void sinkMayReadOthers() throws Exception {
        List<String> found = new ArrayList<>();
        FileIo io = new SyscallFileIo(new Syscalls(ARCH, watched), TOMORROW, Pause.SLEEP);
        try (Root root = io.open(BytePath.of(folder.toString()))) {
            root.readSmall(List.of(BytePath.of("d/b"), BytePath.of("d/c")), NameOrigin.WALKED, (i, bytes) -> {
                root.readSmall(List.of(BytePath.of("a")), NameOrigin.WALKED, (j, others) -> found.add("small"));
                root.read(
                        BytePath.of("d/e/f"),
                        NameOrigin.WALKED,
                        piece -> found.add(UTF_8.decode(piece).toString()));
                found.add(UTF_8.decode(bytes).toString());
            });
        }
        assertThat(found).containsExactly("in d/e/f", "in d/b", "in d/e/f", "in d/c");
    }

    @Test
    void whatTheSinkThrowsEndsIt() throws Exception {
        IOException failure = new IOException("enough");
        FaultGate accounts = new FaultGate(TestKernel.GATE, null);
        try (Root root = new SyscallFileIo(new Syscalls(ARCH, accounts), TOMORROW, Pause.SLEEP)
                .open(BytePath.of(folder.toString()))) {
            assertThatThrownBy(() -> root.readSmall(
                            List.of(BytePath.of("d/b"), BytePath.of("d/c")), NameOrigin.WALKED, (i, bytes) -> {
                                throw failure;
                            }))
                    .isSameAs(failure);
            assertThat(accounts.leaked()).isEqualTo(1);
            List<String> found = new ArrayList<>(Collections.nCopies(1, ""));
            root.readSmall(
                    List.of(BytePath.of("d/c")),
                    NameOrigin.WALKED,
                    (i, bytes) -> found.set(i, UTF_8.decode(bytes).toString()));
            assertThat(found).containsExactly("in d/c");
        }
    }
}
