package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Where Maven's enforcement of trusted checksums is known to break or to be switched off: what each version really
 * does, and what {@code verify-trusted-checksums} says of it. Lines may be missing in these projects, so that few are
 * enough.
 */
final class TrustTrapsIT {
    private static final String PREFIX = "aether.artifactResolver.postProcessor.trustedChecksums";
    private static final String GOAL = "verify-trusted-checksums";
    private static final String CONFIG = ".mvn/maven.config";
    private static final String FILE = ".mvn/checksums/checksums.sha256";
    private static final String JSPECIFY = "  org/jspecify/jspecify/1.0.1/jspecify-1.0.1.jar\n";
    private static final String RIGHT = "070d75f261fe4c5b8202508366715f7f2d4660f88c8ef7e6d3575e48c9683b66";
    private static final String WRONG = "0".repeat(64);

    /** A project with one line, and a build that resolves its artifact. */
    private static MavenBuild tolerant(MavenBuild build, String hash) throws IOException {
        build.project("write-trusted-checksums").ownRepository().goals("compile");
        replace(build.project().resolve(CONFIG), "failIfMissing=true", "failIfMissing=false");
        Files.createDirectories(build.project().resolve(".mvn/checksums"));
        Files.writeString(build.project().resolve(FILE), hash + JSPECIFY);
        return build;
    }

    private static void replace(Path file, String text, String replacement) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, replacement));
    }

    private static void assertRefused(FinishedBuild build) {
        assertThat(build.toString()).contains(WRONG).contains(RIGHT);
    }

    private static List<String> said(FinishedBuild build, String about) {
        return build.log().stream()
                .filter(line -> line.startsWith("[ERROR] ") || line.startsWith("[WARNING] "))
                .filter(line -> line.contains(about))
                .toList();
    }

    private static boolean isBefore(MavenBuild build, String version) {
        return build.mavenVersion().startsWith("3.9.")
                && Integer.parseInt(build.mavenVersion().substring(4)) < Integer.parseInt(version.substring(4));
    }

    private static void addDependency(Path pom, String rest) throws IOException {
        replace(pom, "<!-- MORE DEPENDENCIES -->", "<dependency>" + rest + "</dependency>");
    }

    /** Trap 1: reproduced by every version. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void aModuleThatIsNoSnapshotBreaksTheBuildOfItsUsers(MavenBuild build) throws IOException {
        tolerant(build, RIGHT);
        Path root = build.project();
        replace(
                root.resolve("pom.xml"),
                "<version>1.0-SNAPSHOT</version>",
                "<version>1.0</version><packaging>pom</packaging>"
                        + "<modules><module>lib</module><module>user</module></modules>");
        module(root, "lib", "");
        module(
                root,
                "user",
                "<dependencies><dependency><groupId>org.example</groupId><artifactId>lib</artifactId>"
                        + "<version>1.0</version></dependency></dependencies>");
        build.executeAndFail(built -> assertThat(built.toString()).contains("Is a directory"));
        build.qualifiedGoals(GOAL)
                .execute(verified -> assertThat(said(
                                verified,
                                "'org.example:lib:1.0': trap, is a module with a version that is not a snapshot"))
                        .hasSize(1));
        build.goals("package").execute(built -> {});
        for (String pom : List.of("pom.xml", "lib/pom.xml", "user/pom.xml")) {
            replace(root.resolve(pom), "<version>1.0</version>", "<version>1.0-SNAPSHOT</version>");
        }
        build.goals("compile").execute(built -> {});
    }

    private static void module(Path root, String name, String rest) throws IOException {
        Path source = Files.createDirectories(root.resolve(name + "/src/main/java/org/example/" + name));
        Files.writeString(source.resolve("Any.java"), "package org.example." + name + "; class Any {}");
        Files.writeString(root.resolve(name + "/pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>org.example</groupId>
                    <artifactId>app</artifactId>
                    <version>1.0</version>
                  </parent>
                  <artifactId>%s</artifactId>
                  %s
                </project>
                """.formatted(name, rest));
    }

    /** Trap 2: reproduced by every version. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void aDependencyOfSystemScopeBreaksTheBuild(MavenBuild build) throws IOException {
        tolerant(build, RIGHT);
        Files.copy(
                Path.of(System.getProperty("it.outer.repository"), "org/jspecify/jspecify/1.0.1/jspecify-1.0.1.jar"),
                build.project().resolve("lib.jar"));
        addDependency(
                build.project().resolve("pom.xml"),
                "<groupId>org.example</groupId><artifactId>lib</artifactId><version>1</version><scope>system</scope>"
                        + "<systemPath>${project.basedir}/lib.jar</systemPath>");
        build.executeAndFail(built -> assertThat(built.toString()).contains("artifactRepository is null"));
        build.qualifiedGoals(GOAL)
                .executeAndFail(
                        verified -> assertThat(said(verified, "'org.example:lib:jar:1': trap, is of system scope"))
                                .hasSize(1));
    }

    /** Trap 3: reproduced before 3.9.10, refuted since. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void whatCannotBeFoundIsNamed(MavenBuild build) throws IOException {
        tolerant(build, RIGHT).execute(built -> {});
        addDependency(
                build.project().resolve("pom.xml"),
                "<groupId>org.example</groupId><artifactId>nowhere</artifactId><version>1</version>");
        String name = "org.example:nowhere:jar:1";
        build.executeAndFail(built -> {
            if (isBefore(build, "3.9.10")) {
                assertThat(built.toString()).contains("Artifact.isSnapshot()").doesNotContain(name);
            } else {
                assertThat(built.toString()).contains(name);
            }
        });
        build.qualifiedGoals(GOAL).run();
        assertThat(said(build.run(), name)).isNotEmpty();
    }

    /** Traps 4 and 8: refuted, as these versions know session.rootDirectory and comments; older ones do not. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void theProjectsRootAndCommentsAreUnderstoodInMavenConfig(MavenBuild build) throws IOException {
        tolerant(build, WRONG);
        Path config = build.project().resolve(CONFIG);
        Files.writeString(config, "# why\n" + Files.readString(config));
        build.executeAndFail(TrustTrapsIT::assertRefused);
    }

    /** Trap 5: reproduced before 3.9.9, refuted since. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void aCallFromOutsideOfTheProject(MavenBuild build) throws IOException {
        tolerant(build, WRONG).workingDirectory(build.repository().resolveSibling(""));
        if (isBefore(build, "3.9.9")) {
            build.executeAndFail(built ->
                    assertThat(built.toString()).contains("Illegal use of undefined property: session.rootDirectory"));
        } else {
            build.executeAndFail(TrustTrapsIT::assertRefused);
            assertThat(said(build.qualifiedGoals(GOAL).run(), "is outside of the project"))
                    .hasSize(1);
        }
    }

    /** Trap 6: reproduced by every version where the project does not say record=false; refuted where it does. */
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void recordingIsSwitchedOnFromElsewhereUnlessTheProjectPinsIt(MavenBuild build) throws IOException {
        tolerant(build, WRONG);
        Path settings = build.project().resolve("their-settings.xml");
        Files.writeString(settings, """
                <settings>
                  <profiles>
                    <profile>
                      <id>theirs</id>
                      <properties><%1$s>true</%1$s></properties>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>theirs</activeProfile></activeProfiles>
                </settings>
                """.formatted(PREFIX + ".record"));
        build.arguments("-gs", settings.toString()).executeAndFail(TrustTrapsIT::assertRefused);

        replace(build.project().resolve(CONFIG), "-D" + PREFIX + ".record=false\n", "");
        build.qualifiedGoals(GOAL)
                .executeAndFail(verified -> assertThat(said(
                                verified,
                                "record': not enforced, is 'true', set by the profile 'theirs' of the settings"))
                        .hasSize(1));
        build.goals("compile").execute(built -> {});
        assertThat(build.project().resolve(FILE)).content().contains(RIGHT).doesNotContain(WRONG);
    }

    /** Trap 6 again. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void recordingBySystemPropertyIsTold(MavenBuild build) throws IOException {
        tolerant(build, WRONG).jvmOption("-D" + PREFIX + ".record=true");
        build.executeAndFail(TrustTrapsIT::assertRefused);
        replace(build.project().resolve(CONFIG), "-D" + PREFIX + ".record=false\n", "");
        build.qualifiedGoals(GOAL)
                .executeAndFail(
                        verified -> assertThat(said(verified, "record': not enforced, is 'true', set by MAVEN_OPTS"))
                                .hasSize(1));
    }

    /** Trap 7: reproduced by old versions, which build whatever the file says. */
    @MavenTest(
            except = {"3.9.4", "3.9.16", "3.10.0", "4.0.0-rc-6"},
            everyPair = false)
    void anOldMavenIsToldInOneSentence(MavenBuild build) throws IOException {
        tolerant(build, WRONG).execute(built -> {});
        build.qualifiedGoals(GOAL)
                .executeAndFail(verified -> assertThat(said(verified, "Failed to execute goal"))
                        .singleElement()
                        .asString()
                        .contains("Maven 3.6.3 does not enforce trusted checksums: it silently ignores the file. Use"
                                + " Maven 3.9.4 or later. -> [Help 1]"));
    }

    /** Trap 9: refuted, as carriage returns are skipped; told all the same. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void lineEndsOfAnotherSystemDoNotSwitchItOff(MavenBuild build) throws IOException {
        tolerant(build, RIGHT);
        replace(build.project().resolve(FILE), "\n", "\r\n");
        replace(build.project().resolve(CONFIG), "\n", "\r\n");
        build.execute(built -> {});
        build.qualifiedGoals(GOAL)
                .execute(verified ->
                        assertThat(said(verified, "ends in a carriage return")).hasSize(1));
        replace(build.project().resolve(FILE), RIGHT, WRONG);
        build.goals("compile").executeAndFail(TrustTrapsIT::assertRefused);
    }
}
