package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.CHeader;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchTest {
    @Test
    void x8664NumbersAreThoseOfTheKernelHeader() throws Exception {
        Map<String, Long> kernel = CHeader.constants("x86_64-linux-gnu/asm/unistd_64.h");

        Map<String, Long> ours = Arrays.stream(Call.values())
                .collect(
                        Collectors.toMap(call -> "__NR_" + call.kernelName(), call -> (long) Arch.X86_64.number(call)));

        assertThat(kernel).containsAllEntriesOf(ours);
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void callIsFoundByItsNumber(Call call) {
        assertThat(Arch.X86_64.call(Arch.X86_64.number(call))).contains(call);
    }

    @Test
    void numberOfACallThatThePluginDoesNotMakeIsNone() {
        assertThat(Arch.X86_64.call(-1)).isEmpty();
        assertThat(Arch.X86_64.call(60)).as("exit").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "x86_64"})
    void javaNamesOfX8664(String name) {
        assertThat(Arch.ofJavaName(name)).contains(Arch.X86_64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aarch64", "x86", "i386", "riscv64", ""})
    void otherCpusHaveNoStub(String name) {
        assertThat(Arch.ofJavaName(name)).isEmpty();
    }
}
