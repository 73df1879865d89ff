package io.github.syscallmaven.io;

import static io.github.syscallmaven.syscall.TestKernel.ARCH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.syscallmaven.syscall.Call;
import io.github.syscallmaven.syscall.CallSequence;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.TestKernel;
import io.github.syscallmaven.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a walk has found is read by as few calls into native code as can be, and as honestly as ever. */
class SmallReadTest {
    private static final List<Call> OF_A_SMALL_FILE =
            List.of(Call.OPENAT2, Call.STATX, Call.PREAD64, Call.STATX, Call.CLOSE);

    /** All files are old: no read waits for a clock to tick. */
    private static final InstantSource TOMORROW =
            () -> InstantSource.system().instant().plusSeconds(86_400);

    @TempDir
    Path folder;

    private final Watched watched = new Watched();

    /** Keeps account, and lets something happen before a read. */
    private static final class Watched implements Gate {
        final List<Call> calls = new ArrayList<>();
        int sequences;

        @Nullable
        Happening beforeRead;

        private interface Happening {
            void run() throws IOException;
        }

        @Override
        public int syscalls(CallSequence sequence) {
            sequences++;
            return Gate.super.syscalls(sequence);
        }

        @Override
        public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
            Call call = ARCH.call(number).orElseThrow();
            calls.add(call);
            Happening happening = beforeRead;
            if (call == Call.PREAD64 && happening != null) {
                beforeRead = null;
                try {
                    happening.run();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        }
    }

    @BeforeEach
    void arrange() throws IOException {
        Files.writeString(folder.resolve("f"), "content");
    }

    private String read(InstantSource clock, String name) throws IOException {
        StringBuilder found = new StringBuilder();
        FileIo io = new SyscallFileIo(new Syscalls(ARCH, watched), clock);
        try (Root root = io.open(BytePath.of(folder.toString()))) {
            watched.calls.clear();
            root.readWalked(BytePath.of(name), piece -> found.append(UTF_8.decode(piece)));
            return found + " " + watched.calls;
        }
    }

    @Test
    void smallFileTakesTwoSequences() throws Exception {
        assertThat(read(TOMORROW, "f")).isEqualTo("content " + OF_A_SMALL_FILE);
        assertThat(watched.sequences).isEqualTo(2);
    }

    @Test
    void largeFileIsOpenedOnceAndReadOnce() throws Exception {
        String text = "x".repeat(Scratch.DATA_SIZE + 1);
        Files.writeString(folder.resolve("large"), text);

        assertThat(read(TOMORROW, "large")).startsWith(text);
        assertThat(watched.calls)
                .containsExactly(
                        Call.OPENAT2,
                        Call.STATX,
                        Call.STATX,
                        Call.FADVISE64,
                        Call.PREAD64,
                        Call.PREAD64,
                        Call.STATX,
                        Call.CLOSE,
                        Call.CLOSE);
    }

    @Test
    void fileWrittenWithinTheLastTickIsLookedAtLater() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        InstantSource clock = () -> changeTime(folder.resolve("f")).plusMillis(10L * looks.getAndIncrement());

        assertThat(read(clock, "f")).startsWith("content ");
        assertThat(watched.calls).startsWith(Call.OPENAT2, Call.STATX, Call.STATX, Call.STATX, Call.PREAD64);
    }

    private static Instant changeTime(Path file) {
        try {
            return ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void changeBeforeTheReadIsTold() {
        assertChangeIsTold(() -> Files.writeString(folder.resolve("f"), "CONTENT"), "it was written to");
    }

    @Test
    void growthIsTold() {
        assertChangeIsTold(
                () -> Files.writeString(folder.resolve("f"), "more", StandardOpenOption.APPEND),
                "it has more than the 7 bytes");
    }

    @Test
    void shrinkingIsTold() {
        assertChangeIsTold(() -> Files.writeString(folder.resolve("f"), "cut"), "it ended after 3 of 7 bytes");
    }

    private void assertChangeIsTold(Watched.Happening change, String how) {
        watched.beforeRead = change;

        assertThatExceptionOfType(ChangedWhileReadingException.class)
                .isThrownBy(() -> read(TOMORROW, "f"))
                .withMessageContaining(how);
        assertThat(watched.calls).containsExactlyElementsOf(withRootClosed());
    }

    private static List<Call> withRootClosed() {
        List<Call> calls = new ArrayList<>(OF_A_SMALL_FILE);
        calls.add(Call.CLOSE);
        return calls;
    }

    @Test
    void whatIsNoRegularFileIsNotReadFrom() throws Exception {
        Run.of("mkfifo", folder.resolve("fifo").toString()).successful();

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> read(TOMORROW, "fifo"));
        assertThat(watched.calls).doesNotContain(Call.PREAD64);
    }

    @Test
    void sinkMayReadAnother() throws Exception {
        Files.writeString(folder.resolve("g"), "another");
        StringBuilder found = new StringBuilder();
        FileIo io = new SyscallFileIo(new Syscalls(ARCH, watched), TOMORROW);
        try (Root root = io.open(BytePath.of(folder.toString()))) {
            root.readWalked(BytePath.of("f"), piece -> {
                root.readWalked(BytePath.of("g"), other -> found.append(UTF_8.decode(other)));
                found.append(' ').append(UTF_8.decode(piece));
            });
        }
        assertThat(found).hasToString("another content");
    }
}
