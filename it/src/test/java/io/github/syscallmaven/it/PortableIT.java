package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** The goals where there is no stub, and where there is one that cannot be used. */
final class PortableIT {
    /** The launcher of Java splits these as a shell does; MAVEN_OPTS cannot hold the blanks. */
    private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

    private static final String LIKE_A_MAC = "\"-Dos.name=Mac OS X\"";

    /** Maven 4's console calls native code by the JVM itself, which believes this and crashes. */
    private static final String ON_ARM = " -Dos.arch=aarch64";

    private static final String[] GOALS = {"syscall:write-info", "syscall:write-checksums", "syscall:read-checksums"};

    @MavenTest
    void theSameBytesComeOutOnAMac(MavenBuild mavenBuild) {
        SortedMap<String, String> byStub = new TreeMap<>();
        mavenBuild
                .project("all-goals-traced")
                .prepare(Repository::init)
                .systemProperty("project.build.outputTimestamp", "2024-01-01T00:00:00Z")
                .systemProperty("syscall.reportFile", "target/report.json")
                .jvmOption("-Xlog:class+load:file=../classes.txt")
                .goals(GOALS);
        mavenBuild.execute(build -> {
            byStub.putAll(written(build));
            assertThat(byStub)
                    .containsKeys(
                            "target/classes/git.properties",
                            "target/classes/META-INF/build-info.properties",
                            "target/checksums.sha256",
                            "target/report.json");
            assertThat(loadedClasses(build)).anyMatch(PortableIT::isJna);
            remove(build, byStub);
        });

        mavenBuild
                .env(JAVA_OPTIONS, likeAMac(mavenBuild))
                .systemProperty("syscall.unsupportedHost", "portable")
                .execute(build -> {
                    assertThat(written(build)).isEqualTo(byStub);
                    assertThat(build.log())
                            .filteredOn(line -> line.contains("Portable mode"))
                            .as("one line for three goals")
                            .singleElement()
                            .asString()
                            .startsWith("[INFO] ")
                            .matches(".*, as this is 'Mac OS X' on '(aarch64|amd64)'\\.");
                    assertThat(loadedClasses(build)).isNotEmpty().noneMatch(PortableIT::isJna);
                });
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void thePropertyOfTheManualIsAllThatAMacNeeds(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .prepare(project -> {
                    Path pom = project.resolve("pom.xml");
                    Files.writeString(
                            pom, Files.readString(pom).replace("<build>", Snippet.PORTABLE.text() + "<build>"));
                })
                .env(JAVA_OPTIONS, likeAMac(mavenBuild))
                .goals("syscall:write-info")
                .execute(build -> assertThat(build.toString()).contains("Portable mode"));
    }

    @MavenTest
    void aMacWithoutTheSettingIsToldOfIt(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .env(JAVA_OPTIONS, likeAMac(mavenBuild))
                .goals("syscall:write-info")
                .executeAndFail(build -> assertThat(build.toString())
                        .containsPattern("this is 'Mac OS X' on '(aarch64|amd64)'")
                        .contains("-Dsyscall.unsupportedHost=portable")
                        .doesNotContain("Exception:"));
    }

    @MavenTest
    void modulesThatAreBuiltAtOnceSayItOnce(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-reactor")
                .systemProperty("syscall.portable", "true")
                .arguments("-T4")
                .goals("generate-resources")
                .execute(build -> assertThat(build.log())
                        .filteredOn(line -> line.contains("Portable mode"))
                        .singleElement()
                        .asString()
                        .endsWith(", as <portable> (-Dsyscall.portable) is true."));
    }

    @MavenTest
    void aStubThatNoFolderCanHoldIsNoObstacle(MavenBuild mavenBuild) {
        Requires.mounts();
        mavenBuild
                .prepare(project -> Files.createDirectory(project.resolve("noexec")))
                .under("unshare", "--mount", "sh", "-c", "mount -t tmpfs -o noexec none noexec && exec \"$@\"", "sh")
                .systemProperty("syscall.stubDirectory", "noexec")
                .systemProperty("syscall.unsupportedHost", "portable")
                .arguments("-X")
                .qualifiedGoals("verify-host")
                .execute(build -> assertThat(build.log())
                        .anyMatch(line -> line.startsWith("[INFO] Portable mode")
                                && line.endsWith(", as the stub cannot be used here."))
                        .anyMatch(line ->
                                line.startsWith("[DEBUG] Why the stub is not used: The stub cannot be loaded from"
                                        + " any folder: 'noexec'"))
                        .anyMatch(line -> line.matches("\\[INFO]   mode +portable: java\\.nio, no system calls")));
    }

    @MavenTest
    void noPomIsNeeded(MavenBuild mavenBuild) {
        mavenBuild
                .env(JAVA_OPTIONS, likeAMac(mavenBuild))
                .systemProperty("syscall.unsupportedHost", "portable")
                .systemProperty("syscall.directory", "files")
                .systemProperty("syscall.sumsFile", "SHA256SUMS")
                .prepare(folder -> {
                    Files.createDirectories(folder.resolve(".mvn"));
                    Files.writeString(
                            Files.createDirectory(folder.resolve("files")).resolve("a"), "a");
                })
                .qualifiedGoals("verify-host", "write-checksums", "read-checksums")
                .execute(build -> {
                    assertThat(build.log())
                            .anyMatch(line -> line.matches("\\[INFO]   mode +portable: java\\.nio, no system calls"))
                            .anyMatch(line -> line.startsWith("[INFO] Verified 1 file by 1 checksum"))
                            .filteredOn(line -> line.contains("Portable mode"))
                            .hasSize(1);
                    assertThat(build.file("SHA256SUMS"))
                            .hasContent("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  files/a\n");
                });
    }

    /** JDK 24 is the first that can deny it; Maven 3.9.10 and later allow it themselves. */
    @MavenTest(except = {"3.9.16", "4.0.0-rc-6"})
    void nativeAccessThatTheJvmDeniesIsNoObstacle(MavenBuild mavenBuild) {
        mavenBuild
                .project("all-goals-traced")
                .jvmOption("-XX:+IgnoreUnrecognizedVMOptions")
                .jvmOption("--illegal-native-access=deny")
                .arguments("-X")
                .goals("syscall:verify-host");
        mavenBuild.systemProperty("syscall.unsupportedHost", "portable").execute(build -> {
            boolean denied = build.log().stream().anyMatch(line -> line.matches("Java version: (2[4-9]|[3-9]\\d).*"));
            assertThat(build.toString())
                    .containsPattern(denied ? "mode +portable: java\\.nio" : "NEEDED +none")
                    .containsPattern(
                            denied
                                    ? "Why the stub is not used: .*This JVM does not let JNA load its native library"
                                    : "hello world");
            if (denied) {
                mavenBuild
                        .systemProperty("syscall.unsupportedHost", "fail")
                        .executeAndFail(failed -> assertThat(failed.toString())
                                .contains("This JVM does not let JNA load its native library")
                                .contains("--enable-native-access=ALL-UNNAMED in .mvn/jvm.config")
                                .contains("-Dsyscall.unsupportedHost=portable"));
            }
        });
    }

    private static String likeAMac(MavenBuild build) {
        return build.mavenVersion().startsWith("4") ? LIKE_A_MAC : LIKE_A_MAC + ON_ARM;
    }

    /** All that the goals write, by name. */
    private static SortedMap<String, String> written(FinishedBuild build) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String folder : List.of("target", "files")) {
            try (Stream<Path> all = Files.walk(build.file(folder))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(
                            build.project().relativize(file).toString(),
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    private static void remove(FinishedBuild build, SortedMap<String, String> files) throws IOException {
        for (String file : files.keySet()) {
            if (file.startsWith("target")) {
                Files.delete(build.file(file));
            }
        }
        try (Stream<Path> folders = Files.walk(build.file("target"))) {
            for (Path folder : folders.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(folder);
            }
        }
    }

    private static List<String> loadedClasses(FinishedBuild build) throws IOException {
        return Files.readAllLines(build.file("../classes.txt"));
    }

    private static boolean isJna(String loadedClass) {
        return loadedClass.contains(" com.sun.jna.");
    }
}
