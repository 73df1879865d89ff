package io.github.syscallmaven.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostReportTest {
    private static final HostFacts FACTS = new HostFacts("Linux", "amd64", "64", "x86_64", "Some VM 17 (Someone)");

    @Test
    void tellsKernelAndPageSize() throws Exception {
        Prerequisite.tool("uname");
        Prerequisite.tool("getconf");

        assertThat(table(FACTS, TestKernel.SYSCALLS))
                .containsEntry("kernel", "Linux " + output("uname", "-r") + ", " + output("uname", "-m"))
                .containsEntry("page size", output("getconf", "PAGESIZE") + " bytes");
    }

    @Test
    void tellsTheStub() throws Exception {
        assertThat(table(FACTS, TestKernel.SYSCALLS))
                .hasEntrySatisfying(
                        "exports", exports -> assertThat(exports).endsWith("syscall_3, syscall_6, syscall_n"))
                .containsEntry("NEEDED", "none")
                .containsEntry("SHA-256", TestArch.THIS.stubSha256())
                .hasEntrySatisfying("stub", text -> assertThat(text).matches("\\d{4,5} bytes for x86_64"))
                .hasEntrySatisfying("unpacked in", text -> assertThat(text).startsWith("/"));
    }

    @Test
    void tellsTheJvmAndWhetherItIsEmulated() throws Exception {
        HostFacts emulated = new HostFacts("Linux", "amd64", "64", "aarch64", "Some VM 17 (Someone)");

        assertThat(table(FACTS, TestKernel.SYSCALLS)).containsEntry("JVM", "Some VM 17 (Someone), amd64");
        assertThat(table(emulated, TestKernel.SYSCALLS))
                .containsEntry("JVM", "Some VM 17 (Someone), amd64, emulated on a kernel for aarch64");
    }

    @Test
    void controlCharactersOfTheJvmsNameDoNotReachATerminal() throws Exception {
        HostFacts evil = new HostFacts("Linux", "amd64", "64", "x86_64", "\033[2J\u202eVM\n[INFO] fine");

        assertThat(table(evil, TestKernel.SYSCALLS))
                .containsEntry("JVM", "\\u001b[2J\\u202eVM\\u000a[INFO] fine, amd64");
    }

    @Test
    void tellsWhatIsOffered() throws Exception {
        assertThat(table(FACTS, TestKernel.refusing(Call.OPENAT2, Errno.EPERM)))
                .containsEntry("openat2", "not offered: a sandbox forbids it (EPERM)")
                .containsKeys("statx", "renameat2, NOREPLACE", "getrandom");
    }

    @Test
    void pageSizeThatCannotBeReadIsNoReasonToFail() throws Exception {
        assertThat(table(FACTS, TestKernel.refusing(Call.OPENAT, Errno.ENOENT)))
                .containsEntry("page size", "unknown: openat '/proc/self/auxv': ENOENT (No such file or directory)");
    }

    private static Map<String, String> table(HostFacts facts, Syscalls syscalls) throws Exception {
        List<String> lines = new HostReport(facts, StubLoader.stub(TestArch.THIS), syscalls).lines();
        // All texts begin in one column.
        int column = "renameat2, NOREPLACE".length() + 2;
        return lines.stream()
                .collect(Collectors.toMap(
                        line -> line.substring(0, column).stripTrailing(), line -> line.substring(column)));
    }

    private static String output(String... command) throws Exception {
        return Run.of(command).successful().output().strip();
    }
}
