package io.github.syscallmaven.syscall.stub;

import static io.github.syscallmaven.syscall.BlockDigest.MD5;
import static io.github.syscallmaven.syscall.BlockDigest.SHA1;
import static io.github.syscallmaven.syscall.BlockDigest.SHA256;
import static io.github.syscallmaven.syscall.BlockDigest.SHA512;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which functions are called on which CPU: one for which it lacks an instruction would end the JVM. */
class CpuFeaturesTest {
    private static final String DRIVER = """
            #include <dlfcn.h>
            #include <stdio.h>
            int main(int count, char **arguments)
            {
                void *stub = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
                if (stub == NULL) {
                    fprintf(stderr, "%s\\n", dlerror());
                    return 1;
                }
                printf("%lx\\n", ((long (*)(void)) dlsym(stub, "cpu_features"))());
                return 0;
            }
            """;

    @TempDir
    Path folder;

    // leaf 1, ecx: SSSE3 9, SSE4.1 19, OSXSAVE 27, AVX 28; leaf 7, ebx, 32 higher: BMI2 8, SHA 29
    @ParameterizedTest
    @CsvSource({
        "0,                  MD5",
        "2000000000080200,   MD5 SHA1 SHA256",
        "2000000000000200,   MD5",
        "2000000000080000,   MD5",
        "0000000018080200,   MD5",
        "0000010018080200,   MD5 SHA512",
        "0000010008080200,   MD5",
        "2000010018080200,   MD5 SHA1 SHA256 SHA512",
        "ffffffffffffffff,   MD5 SHA1 SHA256 SHA512",
    })
    void anX8664CpuHasWhatAllNeededBitsSay(String features, String usable) {
        assertThat(X8664Features.usable(Long.parseUnsignedLong(features, 16))).isEqualTo(digests(usable));
    }

    @ParameterizedTest
    @CsvSource({"0, MD5", "20, MD5 SHA1", "40, MD5 SHA256", "200000, MD5 SHA512", "ffffffff, MD5 SHA1 SHA256 SHA512"})
    void anAArch64CpuHasWhatTheKernelTells(String hwcap, String usable) {
        assertThat(AArch64Features.usable(Long.parseUnsignedLong(hwcap, 16))).isEqualTo(digests(usable));
    }

    private static Set<BlockDigest> digests(String names) {
        Set<BlockDigest> digests = EnumSet.noneOf(BlockDigest.class);
        for (String name : names.split(" ", -1)) {
            digests.add(BlockDigest.valueOf(name));
        }
        return digests;
    }

    @Test
    void thisCpuHasWhatTheKernelSaysOfIt() throws Exception {
        String cpu = Files.readString(Path.of("/proc/cpuinfo"));
        Set<BlockDigest> expected = EnumSet.noneOf(BlockDigest.class);
        if (TestArch.THIS != Arch.RISCV64) {
            expected.add(MD5);
        }
        if (hasFlags(cpu, "sha_ni", "ssse3", "sse4_1") || hasFlags(cpu, "sha1", "sha2")) {
            expected.addAll(Set.of(SHA1, SHA256));
        }
        if (hasFlags(cpu, "avx", "bmi2") || hasFlags(cpu, "sha512")) {
            expected.add(SHA512);
        }

        BlockFunctions functions = TestKernel.blockFunctions();

        for (BlockDigest digest : BlockDigest.values()) {
            assertThat(functions.has(digest)).as(digest.name()).isEqualTo(expected.contains(digest));
        }
    }

    private static boolean hasFlags(String cpu, String... flags) {
        return List.of(cpu.split("\\s+", -1)).containsAll(List.of(flags));
    }

    /** The stub's own answer on CPUs that are older than the instructions: all qemu's models are older than SHA. */
    @ParameterizedTest
    @CsvSource({"qemu64, MD5", "Nehalem, MD5", "Westmere, MD5", "SandyBridge, MD5", "Haswell, MD5 SHA512"})
    void anOlderCpuHasLess(String model, String usable) throws Exception {
        Prerequisite.require(TestArch.THIS == Arch.X86_64, "the program is built for x86_64");
        Prerequisite.tool("gcc");
        Prerequisite.tool("qemu-x86_64-static");
        Path stub = Files.write(
                folder.resolve("libsyscall.so"), StubImage.shipped(Arch.X86_64).bytes());
        Path source = Files.writeString(folder.resolve("driver.c"), DRIVER);
        String driver = folder.resolve("driver").toString();
        Run.of("gcc", "-o", driver, source.toString(), "-ldl").successful();

        Run run = Run.of("qemu-x86_64-static", "-cpu", model, driver, stub.toString())
                .successful();

        long features = Long.parseUnsignedLong(run.output().strip(), 16);
        assertThat(X8664Features.usable(features)).isEqualTo(digests(usable));
    }
}
