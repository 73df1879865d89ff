package io.github.syscallmaven.syscall.arch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.OpenHow;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.Utsname;
import io.github.syscallmaven.testing.KernelHeaders;
import io.github.syscallmaven.testing.kernel.TestArch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of each CPU are what the kernel's headers for that CPU say. */
class ArchTest {
    @ParameterizedTest
    @EnumSource
    void numbersAreThoseOfTheKernelHeaderAndNoneIsMissing(Arch arch) throws Exception {
        List<String> names =
                Arrays.stream(Call.values()).map(ArchTest::headerName).toList();
        Map<String, Long> ours = Arrays.stream(Call.values())
                .filter(arch::has)
                .collect(Collectors.toMap(ArchTest::headerName, call -> (long) arch.number(call)));

        assertThat(ours)
                .containsExactlyInAnyOrderEntriesOf(
                        KernelHeaders.of(arch.machine(), "asm/unistd.h").values(names));
    }

    private static String headerName(Call call) {
        return "__NR_" + call.kernelName();
    }

    @ParameterizedTest
    @EnumSource
    void structStatIsReadWhereTheKernelHeaderPutsItsFields(Arch arch) throws Exception {
        List<String> fields = List.of(
                "st_mode",
                "st_uid",
                "st_gid",
                "st_dev",
                "st_ino",
                "st_size",
                "st_mtime",
                "st_mtime_nsec",
                "st_ctime",
                "st_ctime_nsec",
                "st_rdev");
        Layout layout = Layout.of(arch, "stat", fields, "linux/types.h", "asm/stat.h");
        NativeBuffer bytes = NativeBuffer.allocate(layout.size());
        fields.forEach(field -> bytes.bytes().put(layout.offset(field), (byte) (fields.indexOf(field) + 1)));

        assertThat(Stat.ofStat(arch, bytes)).isEqualTo(new Stat(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(arch.stat().rdev()).isEqualTo(layout.offset("st_rdev"));
        assertThat(arch.stat().size()).isEqualTo(layout.size());
    }

    @ParameterizedTest
    @EnumSource
    void structStatxIsReadWhereTheKernelHeaderPutsItsFields(Arch arch) throws Exception {
        List<String> fields = List.of(
                "stx_mode",
                "stx_uid",
                "stx_gid",
                "stx_dev_minor",
                "stx_ino",
                "stx_size",
                "stx_mtime.tv_sec",
                "stx_mtime.tv_nsec",
                "stx_ctime.tv_sec",
                "stx_ctime.tv_nsec",
                "stx_dev_major");
        Layout layout = Layout.of(arch, "statx", fields, "linux/stat.h");
        NativeBuffer bytes = NativeBuffer.allocate(layout.size());
        fields.forEach(field -> bytes.bytes().put(layout.offset(field), (byte) (fields.indexOf(field) + 1)));

        assertThat(Stat.ofStatx(bytes)).isEqualTo(new Stat(1, 2, 3, 11L << 32 | 4, 5, 6, 7, 8, 9, 10));
        assertThat(Stat.STATX_SIZE).isEqualTo(layout.size());
    }

    @ParameterizedTest
    @EnumSource
    void structOpenHowIsLaidOutAsTheKernelHeaderHasIt(Arch arch) throws Exception {
        Layout layout = Layout.of(arch, "open_how", List.of("flags", "mode", "resolve"), "linux/openat2.h");

        ByteBuffer how =
                OpenHow.put(NativeBuffer.allocate(layout.size()), 1, 2, 3).bytes();

        assertThat(how.getLong(layout.offset("flags"))).isEqualTo(1);
        assertThat(how.getLong(layout.offset("mode"))).isEqualTo(2);
        assertThat(how.getLong(layout.offset("resolve"))).isEqualTo(3);
        assertThat(OpenHow.SIZE).isEqualTo(layout.size());
    }

    @ParameterizedTest
    @EnumSource
    void structUtsnameHasFieldsOfTheSizeInTheKernelHeader(Arch arch) throws Exception {
        Layout layout = Layout.of(arch, "new_utsname", List.of("release", "machine"), "linux/utsname.h");

        assertThat(layout.size()).isEqualTo(6 * Utsname.FIELD);
        assertThat(layout.offset("release")).isEqualTo(2 * Utsname.FIELD);
        assertThat(layout.offset("machine")).isEqualTo(4 * Utsname.FIELD);
    }

    /** A structure of the kernel's headers. */
    private record Layout(String name, Map<String, Long> values) {
        static Layout of(Arch arch, String name, List<String> fields, String... headers) throws Exception {
            List<String> expressions = new ArrayList<>(List.of(sizeOf(name)));
            fields.forEach(field -> expressions.add(offsetOf(name, field)));
            return new Layout(name, KernelHeaders.of(arch.machine(), headers).values(expressions));
        }

        int size() {
            return value(sizeOf(name));
        }

        int offset(String field) {
            return value(offsetOf(name, field));
        }

        private int value(String expression) {
            return Math.toIntExact(requireNonNull(values.get(expression)));
        }

        private static String sizeOf(String structure) {
            return "sizeof(struct " + structure + ")";
        }

        private static String offsetOf(String structure, String field) {
            return "__builtin_offsetof(struct " + structure + ", " + field + ")";
        }
    }

    @ParameterizedTest
    @EnumSource
    void callIsFoundByItsNumber(Arch arch) {
        for (Call call : Call.values()) {
            if (arch.has(call)) {
                assertThat(TestArch.call(arch, arch.number(call))).contains(call);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numberOfACallThatThePluginDoesNotMakeIsNone(Arch arch) throws Exception {
        KernelHeaders kernel = KernelHeaders.of(arch.machine(), "asm/unistd.h");

        assertThat(kernel.values(List.of("__NR_exit", "__NR_kill")))
                .hasSize(2)
                .allSatisfy((name, number) ->
                        assertThat(TestArch.call(arch, number)).isEmpty());
        assertThat(TestArch.call(arch, -1)).isEmpty();
        assertThat(TestArch.call(arch, Arch.NO_NUMBER)).isEmpty();
    }

    @Test
    void newerCpusLackWhatIsThereByAnotherCall() {
        assertThat(Arch.AARCH64.has(Call.OPEN)).isFalse();
        assertThat(Arch.RISCV64.has(Call.OPEN)).isFalse();
        assertThat(Arch.RISCV64.has(Call.RENAMEAT)).isFalse();
        assertThat(Arch.RISCV64.number(Call.RENAMEAT)).isEqualTo(Arch.NO_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"amd64, X86_64", "x86_64, X86_64", "aarch64, AARCH64", "riscv64, RISCV64"})
    void cpuIsTheOneThatTheJvmWasBuiltFor(String osArch, Arch arch) {
        assertThat(Arch.ofJavaName(osArch)).contains(arch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arm", "x86", "i386", "riscv32", "ppc64le", "s390x", "loongarch64", ""})
    void otherCpusHaveNoStub(String name) {
        assertThat(Arch.ofJavaName(name)).isEmpty();
    }
}
