package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** What all goals have in common: how they are called, when they do nothing, and how they refuse. */
final class GoalsIT {

    @MavenTest
    void aProjectThatDeclaresThePluginCallsItsGoalsByPrefix(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .goals("syscall:help", "syscall:write-info")
                .execute(build -> {
                    assertThat(build.log()).contains("syscall:verify-host", "syscall:write-info");
                    assertThat(build.file("target/classes/META-INF/build-info.properties"))
                            .exists();
                });
    }

    @MavenTest
    void helpDescribesEveryParameterInPlainText(MavenBuild mavenBuild) {
        mavenBuild.systemProperty("detail", "true").qualifiedGoals("help").execute(build -> {
            String help = build.toString();
            for (String goal : List.of("read-checksums", "verify-host", "write-checksums", "write-info")) {
                assertThat(help).contains("\nsyscall:" + goal + "\n");
            }
            assertThat(help)
                    .containsPattern("skip \\(Default: false\\)\\n *Whether to skip the goal\\. No native code")
                    .contains("User property: syscall.unsupportedHost")
                    .containsPattern("other\\s+characters\\s+as\\s+Unicode\\s+escapes")
                    .doesNotContain("\\\\", "{@", "<code>", "&lt;", "(no description available)");
        });
    }

    @MavenTest
    void aWordThatMavenWouldTakeForFalseIsRefused(MavenBuild mavenBuild) {
        mavenBuild
                .systemProperty("syscall.audit", "yes")
                .systemProperty("syscall.sidecars", "TRUE")
                .qualifiedGoals("read-checksums")
                .executeAndFail(build -> assertThat(build.toString())
                        .contains("<audit> (-Dsyscall.audit) is 'yes'; allowed are 'true', 'false'."));
    }

    @MavenTest
    void aProjectThatDoesNotDeclareThePluginCallsItsGoalsByTheirFullNames(MavenBuild mavenBuild) {
        mavenBuild
                .project("bare-project")
                .qualifiedGoals("write-info")
                .execute(build -> assertThat(build.properties("target/classes/META-INF/build-info.properties"))
                        .containsEntry("build.artifact", "no-plugin"));
    }

    @MavenTest
    void aGoalIsFreeToBeCalledFromAnotherFolder(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .prepare(project -> mavenBuild.workingDirectory(Files.createDirectories(project.resolve("docs/it"))))
                .goals("syscall:write-info")
                .execute(build -> {
                    assertThat(build.file("target/classes/META-INF/build-info.properties"))
                            .exists();
                    assertThat(build.file("docs/it")).isEmptyDirectory();
                });
    }

    @Tag("stress")
    @MavenTest
    void aSkippedGoalDoesNotLoadJna(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .jvmOption("-Xlog:class+load:file=classes.txt")
                .goals("generate-resources");
        mavenBuild.execute(build -> assertThat(loadedClasses(build)).anyMatch(GoalsIT::isJna));
        mavenBuild
                .systemProperty("syscall.skip", "true")
                .execute(build -> assertThat(loadedClasses(build)).isNotEmpty().noneMatch(GoalsIT::isJna));
    }

    @MavenTest
    void anUnsupportedHostFailsTheBuildBeforeAnyNativeCodeIsTouched(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .jvmOption("-Xlog:class+load:file=classes.txt")
                .jvmOption("-Dsun.arch.data.model=32")
                .goals("syscall:write-info")
                .executeAndFail(build -> {
                    assertThat(build.toString())
                            .contains("needs Linux on x86_64, aarch64 or riscv64 and a 64-bit JVM")
                            .contains("this is a 32-bit JVM for 'amd64'")
                            .contains("-Dsyscall.unsupportedHost=skip");
                    assertThat(loadedClasses(build)).isNotEmpty().noneMatch(GoalsIT::isJna);
                });
    }

    @MavenTest
    void anUnsupportedHostCanBeSkipped(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .jvmOption("-Dsun.arch.data.model=32")
                .systemProperty("syscall.unsupportedHost", "skip")
                .goals("syscall:write-info")
                .execute(build -> {
                    assertThat(build.warnings())
                            .anyMatch(warning -> warning.contains("this is a 32-bit JVM for 'amd64'"));
                    assertThat(build.file("target/classes")).doesNotExist();
                });
    }

    @MavenTest
    void aFolderForTheStubThatForbidsExecutionFailsTheBuildWithARemedy(MavenBuild mavenBuild) {
        Requires.mounts();
        mavenBuild
                .prepare(project -> Files.createDirectory(project.resolve("noexec")))
                .under("unshare", "--mount", "sh", "-c", "mount -t tmpfs -o noexec none noexec && exec \"$@\"", "sh")
                .systemProperty("syscall.stubDirectory", "noexec")
                .qualifiedGoals("verify-host")
                .executeAndFail(build -> assertThat(build.toString())
                        .contains("The stub cannot be loaded from any folder: 'noexec'")
                        .contains("not mounted noexec, by -Dsyscall.stubDirectory="));
    }

    @Tag("stress")
    @MavenTest
    void nothingWarnsOfNativeAccessButJna(MavenBuild mavenBuild) {
        mavenBuild.qualifiedGoals("help");
        mavenBuild.execute(without -> mavenBuild
                .qualifiedGoals("verify-host")
                .execute(with -> assertThat(callers(with))
                        .filteredOn(caller -> !callers(without).contains(caller))
                        .allMatch(caller -> caller.contains("has been called by com.sun.jna."))));
    }

    @MavenTest
    void theSwitchInReadmeSilencesTheWarning(MavenBuild mavenBuild) {
        mavenBuild
                .jvmOption("--enable-native-access=ALL-UNNAMED")
                .qualifiedGoals("verify-host")
                .execute(build -> assertThat(build.toString())
                        .contains("hello world")
                        .doesNotContain("A restricted method in")
                        .doesNotContain("by com.sun.jna."));
    }

    private static List<String> loadedClasses(FinishedBuild build) throws IOException {
        return Files.readAllLines(build.file("classes.txt"));
    }

    private static boolean isJna(String loadedClass) {
        return loadedClass.contains(" com.sun.jna.");
    }

    /** Who, by the JVM's own warnings, calls what it should not. */
    private static List<String> callers(FinishedBuild build) {
        return build.warnings().stream()
                .filter(warning -> warning.contains("has been called by"))
                .toList();
    }
}
