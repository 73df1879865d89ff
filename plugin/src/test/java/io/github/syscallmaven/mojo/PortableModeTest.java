package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.mojo.checksum.ReadChecksumsMojo;
import io.github.syscallmaven.mojo.checksum.WriteChecksumsMojo;
import io.github.syscallmaven.mojo.info.WriteInfoMojo;
import io.github.syscallmaven.mojo.parameter.SharedParameters;
import io.github.syscallmaven.mojo.parameter.SyscallMojo;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.SeparateClasses;
import io.github.syscallmaven.testing.maven.FakeMaven;
import io.github.syscallmaven.testing.maven.GoalDefaults;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All goals that write or read files, without the stub. */
class PortableModeTest {
    @TempDir
    Path folder;

    private SortedMap<String, String> written() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve("target"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                .replaceFirst(" time=\"[0-9.]+\"", ""));
            }
        }
        return files;
    }

    private void clean() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("target"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void theSameBytesComeOutAndNothingOfJnaIsNeeded() throws Exception {
        Prerequisite.tool("git");
        for (String name : List.of("src/b.txt", "src/a/x", "src/a.txt", "src/\u00e4", "src/a+/y")) {
            TestProject.write(folder.resolve(name));
        }
        Files.writeString(folder.resolve(".gitignore"), "target/\n");
        for (List<String> command : List.of(
                List.of("init", "-q", "-b", "main"),
                List.of("add", "-A"),
                List.of("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "one"))) {
            Run.of(Stream.concat(Stream.of("git", "-C", folder.toString()), command.stream())
                            .toList())
                    .successful();
        }

        Goals.run(folder.toString(), "false");
        SortedMap<String, String> byStub = written();
        clean();
        try (SeparateClasses withoutJna = SeparateClasses.withoutJna()) {
            withoutJna
                    .load(Goals.class)
                    .getMethod("run", String.class, String.class)
                    .invoke(null, folder.toString(), "true");
        }

        assertThat(byStub)
                .containsKeys(
                        "target/checksums.sha256",
                        "target/target/app-1.0.jar.sha256",
                        "target/classes/git.properties",
                        "target/classes/META-INF/build-info.properties",
                        "target/report.json",
                        "target/junit.xml");
        assertThat(written()).isEqualTo(byStub);
    }

    @Test
    void aFindingIsTheSameFailure() throws Exception {
        Goals goals = new Goals(folder, true);
        goals.writeChecksums();
        Files.writeString(folder.resolve("target/app-1.0.jar"), "tampered");

        assertThatThrownBy(goals::readChecksums)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("1 mismatch");
    }

    /** The goals on a project of one artifact. */
    public static final class Goals {
        private final Path folder;
        private final boolean portable;
        private final TestProject app;

        Goals(Path folder, boolean portable) throws IOException {
            this.folder = folder;
            this.portable = portable;
            this.app = new TestProject(folder.toRealPath(), "jar");
            app.project
                    .getBuild()
                    .setOutputDirectory(app.target.resolve("classes").toString());
            app.project.setName("App");
            app.main("app-1.0.jar");
            TestProject.write(folder.resolve("src/last"));
        }

        public static void run(String folder, String portable) throws Exception {
            Goals goals = new Goals(Path.of(folder), Boolean.parseBoolean(portable));
            goals.writeInfo();
            goals.writeChecksums();
            goals.readChecksums();
        }

        private void writeInfo() throws Exception {
            WriteInfoMojo mojo = GoalDefaults.set(new WriteInfoMojo());
            call(mojo, "write-info");
            mojo.session().getRequest().setStartTime(Date.from(Instant.EPOCH));
            mojo.session().getSystemProperties().setProperty("env.PATH", System.getenv("PATH"));
            GoalDefaults.set(mojo, "time", "2024-01-01T00:00:00Z");
            GoalDefaults.set(mojo, "durability", "full");
            mojo.execute();
        }

        void writeChecksums() throws Exception {
            FakeMaven maven = FakeMaven.unused();
            WriteChecksumsMojo mojo =
                    GoalDefaults.set(new WriteChecksumsMojo(app.helper(), maven.lifecycle(), maven.plugins()));
            call(mojo, "write-checksums");
            mojo.session().setProjects(List.of(app.project));
            GoalDefaults.set(mojo, "directory", folder.resolve("src").toFile());
            GoalDefaults.set(mojo, "baseDirectory", folder.toFile());
            GoalDefaults.set(mojo, "algorithms", List.of("SHA-256", "CRC32"));
            GoalDefaults.set(mojo, "sidecars", true);
            GoalDefaults.set(mojo, "sidecarDirectory", app.target.toFile());
            mojo.execute();
        }

        void readChecksums() throws Exception {
            FakeMaven maven = FakeMaven.unused();
            ReadChecksumsMojo mojo = GoalDefaults.set(new ReadChecksumsMojo(maven.lifecycle(), maven.plugins()));
            call(mojo, "read-checksums");
            GoalDefaults.set(
                    mojo, "sumsFile", app.target.resolve("checksums.sha256").toFile());
            GoalDefaults.set(mojo, "baseDirectory", folder.toFile());
            GoalDefaults.set(mojo, "audit", true);
            GoalDefaults.set(mojo, "failOnExtra", false);
            GoalDefaults.set(mojo, "fileExcludes", List.of(".git/**"));
            GoalDefaults.set(
                    mojo, "reportFile", app.target.resolve("report.json").toFile());
            GoalDefaults.set(mojo, "junitFile", app.target.resolve("junit.xml").toFile());
            mojo.execute();
        }

        private void call(SyscallMojo mojo, String goal) throws ReflectiveOperationException {
            mojo.setLog(new RecordingLog());
            SharedParameters.session(mojo, TestProject.session(folder, true));
            SharedParameters.execution(mojo, TestProject.execution(goal, "default"));
            SharedParameters.portable(mojo, portable);
            GoalDefaults.set(mojo, "project", app.project);
        }
    }
}
