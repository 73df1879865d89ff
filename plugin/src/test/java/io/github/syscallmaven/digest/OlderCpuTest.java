package io.github.syscallmaven.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.kernel.TestArch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole way from the CPU's answer to a digest: a JVM on CPUs of older years, none of which qemu gives the SHA
 * extensions.
 */
class OlderCpuTest {
    @ParameterizedTest
    @CsvSource({"Westmere, 1", "Haswell, 2"})
    void theJdkComputesWhatTheCpuHasNoInstructionsFor(String model, int byTheStub) throws Exception {
        Prerequisite.require(TestArch.THIS == Arch.X86_64, "the JVM is not one for x86_64");
        Prerequisite.tool("qemu-x86_64-static");
        List<String> command = new ArrayList<>(List.of("qemu-x86_64-static", "-cpu", model));
        command.addAll(Run.java(List.of("-XX:TieredStopAtLevel=1"), DigestsOfThisCpu.class));

        Run run = Run.of(command).successful();

        assertDigests(run);
        assertThat(run.lines().filter(line -> line.contains(" by the plugin's stub: ")))
                .hasSize(byTheStub);
        assertThat(run.lines().filter(line -> line.contains(" by the security provider SUN: ")))
                .hasSize(DigestsOfThisCpu.ALGORITHMS.size() - byTheStub);
    }

    @Test
    void theDigestsAreThoseOfThisCpu() throws Exception {
        assertDigests(Run.of(Run.java(List.of(), DigestsOfThisCpu.class)).successful());
    }

    private static void assertDigests(Run run) {
        assertThat(run.lines().map(line -> line.replaceFirst(" by .*: ", " ")))
                .containsExactly(
                        "MD5 900150983cd24fb0d6963f7d28e17f72",
                        "SHA-1 a9993e364706816aba3e25717850c26c9cd0d89d",
                        "SHA-256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "SHA-512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    }
}
