package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import io.github.syscallmaven.it.maven.Strace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code write-checksums} on files, with other programs as its judges. */
final class WriteChecksumsIT {
    private static final List<String> NAMES = List.of("plain.txt", "two words.txt", "back\\slash.txt", "new\nline.txt");
    static final int MODULES = 8;

    @MavenTest
    void fourAlgorithmsOpenEachFileOnceAndCoreutilsAgreesWithAll(MavenBuild mavenBuild) {
        Requires.tool("strace");
        Requires.tool("sha256sum");
        mavenBuild
                .project("write-checksums-algorithms")
                .prepare(project -> {
                    Path files = Files.createDirectory(project.resolve("files"));
                    for (String name : NAMES) {
                        Files.writeString(files.resolve(name), name.repeat(10_000));
                    }
                })
                .under("strace", "-f", "--seccomp-bpf", "-e", "trace=%file", "-o", "strace.txt")
                .goals("syscall:write-checksums")
                .execute(build -> {
                    assertThat(build.toString()).contains(" of 4 files, ");
                    for (String tool : List.of("md5", "sha1", "sha256", "sha512")) {
                        String list = build.file("target/checksums." + tool).toString();
                        assertThat(Command.run(build.file("files"), tool + "sum", "--strict", "-c", list)
                                        .lines())
                                .hasSize(NAMES.size())
                                .allMatch(line -> line.endsWith(": OK"));
                    }
                    List<Strace.Call> calls = Strace.calls(build.file("strace.txt"));
                    for (String name : NAMES) {
                        assertThat(calls)
                                .as(name)
                                .filteredOn(call -> call.name().startsWith("open")
                                        && call.text().contains(quoted(name)))
                                .hasSize(1);
                    }
                });
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\n", "\\n") + '"';
    }

    @MavenTest
    void modulesThatAreBuiltAtOnceDoNotMixTheirDigests(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        mavenBuild
                .project("write-checksums-reactor")
                .prepare(WriteChecksumsIT::addModules)
                .arguments("-T4")
                .goals("verify")
                .execute(build -> {
                    for (int module = 0; module < MODULES; module++) {
                        requireRight(build, "module" + module);
                    }
                });
    }

    @MavenTest
    void noPomIsNeeded(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        mavenBuild
                .prepare(folder -> {
                    for (String name : NAMES) {
                        Files.writeString(
                                Files.createDirectories(folder.resolve("downloads"))
                                        .resolve(name),
                                name);
                    }
                    Files.writeString(folder.resolve("alone.zip"), "alone");
                })
                .qualifiedGoals("write-checksums")
                .systemProperty("syscall.directory", "downloads")
                .execute(build -> assertThat(verified(build, "checksums.sha256"))
                        .hasSize(NAMES.size())
                        .allMatch(line -> line.contains("downloads/") && line.endsWith(": OK")));
        mavenBuild
                .systemProperty("syscall.files", "alone.zip,downloads/plain.txt")
                .systemProperty("syscall.sumsFile", "two.sha256")
                .withoutSystemProperty("syscall.directory")
                .execute(build -> assertThat(verified(build, "two.sha256"))
                        .containsExactly("alone.zip: OK", "downloads/plain.txt: OK"));
    }

    private static List<String> verified(FinishedBuild build, String list) throws IOException, InterruptedException {
        return Command.run(build.project(), "sha256sum", "--strict", "-c", list)
                .lines()
                .toList();
    }

    private static void requireRight(FinishedBuild build, String module) throws IOException, InterruptedException {
        Path folder = build.file(module);
        for (String tool : List.of("sha256", "sha512")) {
            assertThat(Command.run(folder, tool + "sum", "--strict", "-c", "target/checksums." + tool))
                    .isEqualTo("files/" + module + ".bin: OK\nfiles/same.bin: OK\n");
        }
    }

    static void addModules(Path project) throws IOException {
        Path pom = project.resolve("pom.xml");
        String parent = Files.readString(pom);
        Files.writeString(pom, parent.replace("<!-- MODULES -->", "<modules>" + modules() + "</modules>"));
        for (int i = 0; i < MODULES; i++) {
            String name = "module" + i;
            Path files = Files.createDirectories(project.resolve(name).resolve("files"));
            Files.writeString(files.resolve(name + ".bin"), name.repeat(500_000));
            Files.writeString(files.resolve("same.bin"), name);
            Files.writeString(project.resolve(name).resolve("pom.xml"), """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <parent>
                        <groupId>org.example</groupId>
                        <artifactId>reactor</artifactId>
                        <version>1.0</version>
                      </parent>
                      <artifactId>%s</artifactId>
                      <packaging>pom</packaging>
                    </project>
                    """.formatted(name));
        }
    }

    private static String modules() {
        return IntStream.range(0, MODULES)
                .mapToObj(i -> "<module>module" + i + "</module>")
                .collect(Collectors.joining());
    }
}
