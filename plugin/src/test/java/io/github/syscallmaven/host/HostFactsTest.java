package io.github.syscallmaven.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.syscallmaven.syscall.Utsname;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFactsTest {
    @Test
    void thisHostIsSupported() throws Exception {
        HostFacts facts = HostFacts.current();

        assertThat(facts.arch()).isEqualTo(TestArch.THIS);
        assertThat(facts.jvm()).contains(System.getProperty("java.vm.version"));
    }

    @Test
    void kernelsMachineIsTheOneThatUnameTells() throws Exception {
        HostFacts facts = HostFacts.current();

        assertThat(facts.kernelMachine())
                .isIn(null, Utsname.of(TestKernel.SYSCALLS).machine());
        assertThat(facts.isEmulated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "amd64, x86_64, X86_64",
        "x86_64, x86_64, X86_64",
        "amd64,, X86_64",
        "aarch64, aarch64, AARCH64",
        "riscv64, riscv64, RISCV64"
    })
    void linuxOnThreeCpusIsSupported(String osArch, @Nullable String kernelMachine, Arch arch) throws Exception {
        HostFacts facts = facts("Linux", osArch, "64", kernelMachine);

        assertThat(facts.arch()).isEqualTo(arch);
        assertThat(facts.isEmulated()).isFalse();
    }

    @Test
    void x8664JvmOnAnotherKernelWorksByEmulationAndIsToldApart() throws Exception {
        HostFacts facts = facts("Linux", "amd64", "64", "aarch64");

        assertThat(facts.arch()).isEqualTo(Arch.X86_64);
        assertThat(facts.isEmulated()).isTrue();
    }

    @Test
    void controlCharactersOfTheSystemsNameDoNotReachATerminal() {
        assertThatExceptionOfType(UnsupportedHostException.class)
                .isThrownBy(() -> facts("\033[2J\nPlan 9", "amd64", "64", null).arch())
                .withMessageContaining("this is '\\u001b[2J\\u000aPlan 9' on 'amd64'");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        Mac OS X,   aarch64, 64, this is 'Mac OS X' on 'aarch64'; run the build on such a host
        Mac OS X,   x86_64,  64, this is 'Mac OS X' on 'x86_64'; run the build on such a host
        Windows 11, amd64,   64, this is 'Windows 11' on 'amd64'; run the build on such a host
        Linux,      i386,    32, this is a 32-bit JVM for 'i386'; use a 64-bit JVM
        Linux,      amd64,   32, this is a 32-bit JVM for 'amd64'; use a 64-bit JVM
        Linux,      arm,     32, this is a 32-bit JVM for 'arm'; use a 64-bit JVM
        Linux,      aarch64, 32, this is a 32-bit JVM for 'aarch64'; use a 64-bit JVM
        Linux,      s390x,   64, this is Linux on 's390x'; run the build on such a host
        Linux,      ppc64le, 64, this is Linux on 'ppc64le'; run the build on such a host
        """)
    void anythingElseIsUnsupportedAndTheMessageSaysWhatToDo(
            String osName, String osArch, String dataModel, String foundAndRemedy) {
        String reason = "The plugin needs Linux on x86_64, aarch64 or riscv64 and a 64-bit JVM, but "
                + foundAndRemedy.substring(0, foundAndRemedy.indexOf(';'));

        assertThatExceptionOfType(UnsupportedHostException.class)
                .isThrownBy(() -> facts(osName, osArch, dataModel, null).arch())
                .withMessage(
                        "The plugin needs Linux on x86_64, aarch64 or riscv64 and a 64-bit JVM, but " + foundAndRemedy)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static HostFacts facts(String osName, String osArch, String dataModel, @Nullable String kernelMachine) {
        return new HostFacts(osName, osArch, dataModel, kernelMachine, "a JVM");
    }
}
