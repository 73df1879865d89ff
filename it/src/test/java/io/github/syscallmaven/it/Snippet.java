package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.Manual.Passage;
import io.github.syscallmaven.it.maven.MavenBuild;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that README and manual give their readers to copy, each under the name by which a test reads it there.
 * {@link ManualIT} fails when one has no name, and when no test uses a name.
 */
enum Snippet {
    PLUGIN_OF_README("README.md", "xml", "<goal>write-checksums</goal>"),
    PLUGIN_OF_INDEX("index.md", "xml", "<goal>write-checksums</goal>"),
    PLUGIN_OF_GETTING_STARTED("getting-started.md", "xml", "<goal>write-info</goal>"),
    PLUGIN_OF_WRITE_INFO("write-info.md", "xml", "<plugin>\n  <groupId>io.github.syscallmaven</groupId>", "<rules>"),
    BUILD_CACHE("caches.md", "xml", "maven.build.cache.skipCache"),
    AGGREGATE("checksums.md", "xml", "<aggregate>"),
    FILE_SETS("checksums.md", "xml", "<fileSets>"),
    BOUNCY_CASTLE("checksums.md", "xml", "bcprov-jdk18on"),
    SETTINGS("getting-started.md", "xml", "<pluginGroups>"),
    PORTABLE("hosts.md", "xml", "<syscall.unsupportedHost>"),
    FRONT_END("recipes.md", "xml", "<format>json</format>"),
    MANIFEST("write-info.md", "xml", "<finalName>"),
    RULES("write-info.md", "xml", "<rules>"),

    // Read by tests of the plugin.
    CSV("checksums.md", "csv", "name,nameBytes"),
    JSON("checksums.md", "json", "\"checksums\""),
    REPORT("checksums.md", "json", "\"verdicts\""),
    INFO("write-info.md", "json", "\"build\""),

    GITHUB("ci.md", "yaml", "runs-on:"),
    GITLAB("ci.md", "yaml", "GIT_DEPTH"),
    JENKINS("ci.md", "groovy", "pipeline {"),
    AZURE("ci.md", "yaml", "PublishTestResults"),
    BITBUCKET("ci.md", "yaml", "pipelines:"),
    DRY_RUN("ci.md", Manual.INDENTED, "-Dsyscall.dryRun"),

    TRACE("trace.md", "", "openat2("),

    REACTOR_LIST("checksums.md", Manual.INDENTED, "syscall:write-checksums"),
    DOWNLOADS("checksums.md", Manual.INDENTED, "SHA256SUMS"),
    VOTE_CANDIDATE("recipes.md", Manual.INDENTED, "-Dsyscall.sidecars"),
    VERIFY_LIST("getting-started.md", "sh", "sha256sum -c"),
    HOST_OF_GETTING_STARTED("getting-started.md", Manual.INDENTED, ":verify-host"),
    HOST("hosts.md", Manual.INDENTED, ":verify-host"),
    TRUST_OF_README("README.md", Manual.INDENTED, ":write-trusted-checksums"),
    TRUST_OF_GETTING_STARTED("getting-started.md", Manual.INDENTED, "syscall:write-trusted-checksums"),
    TRUST("trusted-checksums.md", Manual.INDENTED, "syscall:write-trusted-checksums"),

    VERIFY("mvn verify"),
    PACKAGE("mvn package"),
    HELP("mvn syscall:help"),
    HELP_DETAIL("mvn syscall:help -Ddetail"),
    DEPLOY("mvn -T4 deploy"),
    READ_CHECKSUMS("mvn syscall:read-checksums"),
    WRITE_INFO("mvn syscall:write-info"),
    WRITE_INFO_QUALIFIED("mvn io.github.syscallmaven:syscall-maven-plugin:1.0.0:write-info"),
    WRITE_CHECKSUMS_QUALIFIED(
            "mvn io.github.syscallmaven:syscall-maven-plugin:1.0.0:write-checksums -Dsyscall.directory=downloads"),
    /** What benchmarks compare with. */
    VALIDATE("mvn validate"),

    // Of this project's own build.
    FIRST_COMMAND("README.md", Manual.INDENTED, "build-info.properties"),
    ALL_TESTS("README.md", Manual.INDENTED, "mvn verify", "trusted"),
    BENCHMARKS("README.md", Manual.INDENTED, "-Pbench"),
    INSTALLED("getting-started.md", "sh", "git clone"),
    INSTALL("mvn -DskipTests install"),
    SITE("mvn -pl plugin site"),
    RELEASE("mvn -Prelease -Dgpg.skip package"),
    RELEASE_DEPLOYED("mvn -Prelease deploy"),
    STRESS("mvn -Pstress verify"),
    STRESS_OF_README("mvn verify -Pstress"),
    ONE_TEST("mvn -pl plugin test -Dtest=ListCasesTest"),
    ONE_INTEGRATION_TEST("mvn -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=WriteInfoIT"
            + " -Dfailsafe.failIfNoSpecifiedTests=false verify"),
    FORMAT("mvn spotless:apply");

    private final Predicate<Passage> isIt;

    /** The passage of this language on this page that has the one text in it, and none of the others. */
    Snippet(String page, String language, String part, String... absent) {
        isIt = passage -> passage.page().equals(page)
                && passage.language().equals(language)
                && passage.text().contains(part)
                && Stream.of(absent).noneMatch(passage.text()::contains);
    }

    /** This command in the text of any page. */
    Snippet(String command) {
        isIt = passage ->
                passage.language().equals(Manual.INLINE) && passage.text().equals(command);
    }

    boolean is(Passage passage) {
        return isIt.test(passage);
    }

    /** What readers copy. */
    String text() {
        List<String> texts = Manual.passages().stream()
                .filter(isIt)
                .map(Passage::text)
                .distinct()
                .toList();
        assertThat(texts).as("texts of %s in the manual", this).hasSize(1);
        return texts.get(0);
    }

    /** The commands, if it has more than one. */
    List<String> lines() {
        return text().lines().toList();
    }

    /** A build by this command of Maven, whatever the build ran before. */
    MavenBuild on(MavenBuild build) {
        return command(build, text());
    }

    /** A build by a command of Maven, whatever the build ran before. */
    static MavenBuild command(MavenBuild build, String command) {
        assertThat(command).startsWith("mvn ").doesNotContain("'", "\"", "$");
        return build.goals(command.substring("mvn ".length()).split(" +"));
    }

    /** Runs all commands, one after the other, as a shell does in the project's folder; each must succeed. */
    void runOn(MavenBuild build) throws IOException, InterruptedException {
        for (String line : lines()) {
            if (line.startsWith("mvn ")) {
                command(build, line).execute(built -> {});
            } else {
                Command.run(build.project(), "sh", "-c", line);
            }
        }
    }
}
