package io.github.syscallmaven.syscall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are handed over at once do what they do one by one. */
@ParameterizedClass
@EnumSource
class CallSequenceTest {
    /** Who makes them. */
    enum Maker {
        STUB(TestKernel.GATE),
        ONE_BY_ONE((number, a1, a2, a3, a4, a5, a6) -> TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6));

        private final Gate gate;

        Maker(Gate gate) {
            this.gate = gate;
        }
    }

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Maker maker;

    @TempDir
    Path folder;

    private final NativeBuffer path = NativeBuffer.allocate(64);
    private final NativeBuffer itself = NativeBuffer.allocate(1);
    private final NativeBuffer stat = NativeBuffer.allocate(Stat.STATX_SIZE);
    private final NativeBuffer data = NativeBuffer.allocate(64);
    private CallSequence calls = new CallSequence(TestKernel.ARCH, TestKernel.GATE, 0);
    private int open;
    private int look;
    private int read;
    private int close;

    @BeforeEach
    void layOut() {
        calls = new CallSequence(TestKernel.ARCH, maker.gate, 4);
        open = calls.openat(CallSequence.SUBJECT, path, KernelConstants.O_CLOEXEC);
        look = calls.statx(open, itself, KernelConstants.AT_EMPTY_PATH, Stat.BASIC, stat);
        read = calls.pread64(open, data);
        close = calls.close(open);
    }

    private int make(String name) throws SyscallException {
        int directory = TestKernel.openDirectory(folder);
        try {
            path.putString(name.getBytes(UTF_8));
            return calls.make(directory);
        } finally {
            TestKernel.SYSCALLS.close(directory);
        }
    }

    @Test
    void resultOfOneCallIsTheArgumentOfOthers() throws Exception {
        for (String name : List.of("first", "second", "third one")) {
            Files.writeString(folder.resolve(name), "in " + name);

            assertThat(make(name)).isEqualTo(4);

            assertThat(Stat.ofStatx(stat).size()).isEqualTo(3 + name.length());
            assertThat(calls.result(read)).isEqualTo(3 + name.length());
            assertThat(TestKernel.text(data, (int) calls.result(read))).isEqualTo("in " + name);
            assertThat(calls.result(look)).isZero();
            assertThat(calls.result(close)).isZero();
            assertThat(Path.of("/proc/self/fd/" + calls.result(open))).doesNotExist();
        }
    }

    @Test
    void nothingIsMadeAfterTheFirstThatFails() throws Exception {
        assertThat(make("missing")).isEqualTo(1);
        assertThat(calls.failed(open)).isTrue();
        assertThat(calls.result(open)).isEqualTo(-Errno.ENOENT.number());

        Files.createDirectory(folder.resolve("directory"));
        assertThat(make("directory")).isEqualTo(3);
        assertThat(calls.failed(look)).isFalse();
        assertThat(calls.result(read)).isEqualTo(-Errno.EISDIR.number());
        TestKernel.SYSCALLS.close((int) calls.result(open));
    }

    @Test
    void allArgumentsArrive() {
        CallSequence mapping = new CallSequence(TestKernel.ARCH, maker.gate, 1);
        int refused = mapping.add(Call.MMAP, CallSequence.SUBJECT, 4096, 0, 0x22, -1, 1);
        assertThat(mapping.make(0)).isEqualTo(1);
        assertThat(mapping.result(refused)).isEqualTo(-Errno.EINVAL.number());

        CallSequence mappingAndBack = new CallSequence(TestKernel.ARCH, maker.gate, 2);
        int mapped = mappingAndBack.add(Call.MMAP, CallSequence.SUBJECT, 4096, 0, 0x22, -1, 0);
        int unmapped = mappingAndBack.add(Call.MUNMAP, mapped, 4096);
        assertThat(mappingAndBack.make(0)).isEqualTo(2);
        assertThat(mappingAndBack.result(mapped) & 4095).isZero();
        assertThat(mappingAndBack.result(unmapped)).isZero();
    }

    @Test
    void theFirstThatFailsEndsThem() {
        CallSequence five = fiveWhoseThirdFails();

        assertThat(five.make(-1)).isEqualTo(3);

        assertThat(five.result(2)).isEqualTo(-Errno.EBADF.number());
        assertThat(five.result(4)).isZero();
    }

    @Test
    void someOfThemCanBeMade() {
        CallSequence five = fiveWhoseThirdFails();
        long pid = ProcessHandle.current().pid();

        assertThat(five.make(-1, 3, 4)).isEqualTo(4);
        assertThat(five.result(3)).isEqualTo(pid);
        assertThat(five.result(4)).isZero();
        assertThat(five.make(-1, 3, 5)).isEqualTo(5);
        assertThat(five.result(4)).isEqualTo(pid);
        assertThat(five.make(-1, 2, 5)).isEqualTo(3);
    }

    private CallSequence fiveWhoseThirdFails() {
        CallSequence five = new CallSequence(TestKernel.ARCH, maker.gate, 5);
        for (int i = 0; i < 5; i++) {
            five.add(i == 2 ? Call.CLOSE : Call.GETPID, CallSequence.SUBJECT);
        }
        return five;
    }

    /** As a fake kernel returns them: only -4095 to -1 are errors. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, -4096})
    void onlyAnErrorEndsIt(long result) {
        List<Long> subjects = new ArrayList<>();
        CallSequence two = new CallSequence(
                TestKernel.ARCH,
                (number, a1, a2, a3, a4, a5, a6) -> {
                    subjects.add(a1);
                    return result;
                },
                2);
        int first = two.add(Call.GETPID, CallSequence.SUBJECT);
        two.add(Call.GETPID, first);

        assertThat(two.make(7)).isEqualTo(2);
        assertThat(subjects).containsExactly(7L, result);
    }

    @Test
    void emptySequenceMakesNothing() {
        assertThat(new CallSequence(TestKernel.ARCH, maker.gate, 0).make(0)).isZero();
    }
}
