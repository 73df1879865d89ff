package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import io.github.syscallmaven.it.maven.Strace;
import io.github.syscallmaven.it.maven.Strace.Call;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;

/** What the kernel sees of a goal. */
final class SystemCallsIT {
    private static final Set<String> CHANGING_BY_NAME =
            Set.of("open", "creat", "truncate", "rename", "renameat", "link", "linkat", "unlink", "unlinkat");

    @Tag("stress")
    @MavenTest
    void aFileIsCreatedWrittenAndRenamedByOneThreadOfTheJvmAndByNothingElse(MavenBuild mavenBuild) {
        Requires.tool("strace");
        mavenBuild
                .project("write-info-defaults")
                .under("strace", "-f", "-e", "trace=%file,write,clone,clone3", "-o", "trace.txt")
                .goals("syscall:write-info")
                .execute(build -> {
                    List<Call> calls = Strace.calls(build.file("trace.txt"));
                    long size = Files.size(build.file("target/classes/META-INF/build-info.properties"));
                    Call write = only(
                            calls,
                            call -> call.text().matches("write\\(\\d+, \"build\\.artifact=defaults.*")
                                    && call.result() == size);
                    Call create = calls.subList(0, calls.indexOf(write)).stream()
                            .filter(call -> call.text().contains("\".syscall-")
                                    && call.text().contains("O_WRONLY|O_CREAT|O_EXCL"))
                            .reduce((earlier, last) -> last)
                            .orElseThrow();
                    assertThat(write.text()).startsWith("write(" + create.result() + ", ");
                    Call rename = only(
                            calls,
                            call -> call.text().startsWith("renameat2(")
                                    && call.text().contains("\".syscall-")
                                    && call.text().contains(", \"build-info.properties\", 0) = 0"));
                    assertThat(calls).containsSubsequence(create, write, rename);
                    assertThat(List.of(write.thread(), rename.thread())).containsOnly(create.thread());
                    assertThat(calls).anyMatch(call -> isStartOf(create.thread(), call) && isJvm(call.thread(), calls));
                    assertThat(calls)
                            .filteredOn(call -> call.text().contains("build-info.properties\""))
                            .noneMatch(call -> CHANGING_BY_NAME.contains(call.name()))
                            .noneMatch(call -> call.text().contains("O_WRONLY")
                                    || call.text().contains("O_RDWR"));
                });
    }

    private static Call only(List<Call> calls, Predicate<Call> predicate) {
        List<Call> found = calls.stream().filter(predicate).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static boolean isStartOf(int thread, Call call) {
        return call.name().startsWith("clone") && call.text().contains("CLONE_THREAD") && call.result() == thread;
    }

    private static boolean isJvm(int process, List<Call> calls) {
        return calls.stream()
                .anyMatch(
                        call -> call.thread() == process && call.text().matches("execve\\(\"[^\"]*/bin/java\".* = 0"));
    }
}
