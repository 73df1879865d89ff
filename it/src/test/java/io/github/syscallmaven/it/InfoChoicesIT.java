package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.json.BasicJsonParser;

/** What the parameters of write-info choose, and what it refuses. */
final class InfoChoicesIT {
    private static final String BUILD_FILE = "target/classes/META-INF/build-info.properties";
    private static final String GIT_FILE = "target/classes/git.properties";

    @MavenTest
    void exportedKeysReachFilteredResourcesAndSecretsReachNothing(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-filtered")
                .prepare(project -> Repository.init(project)
                        .git("remote", "add", "origin", "https://s3cr3t-token@git.example/x/y.git"))
                .goals("process-resources");
        mavenBuild.arguments("-X").execute(build -> {
            String head = new Repository(build.project()).head();
            assertThat(build.file("target/classes/about.txt"))
                    .hasContent("commit " + head.substring(0, 7) + " of version 1.2.3\n");
            assertThat(build.properties(GIT_FILE))
                    .containsEntry("git.remote.origin.url", "https://git.example/x/y.git")
                    .doesNotContainKeys("git.build.host", "git.build.user.name", "git.build.user.email");
            assertThat(build.toString()).doesNotContain("s3cr3t-token");
            Files.delete(build.file("target/classes/about.txt"));
        });
        mavenBuild
                .systemProperty("syscall.exportProperties", "false")
                .execute(build -> assertThat(build.file("target/classes/about.txt"))
                        .hasContent("commit ${git.commit.id.abbrev} of version ${build.version}\n"));
    }

    @MavenTest
    void jsonHoldsEverythingAsOneDocumentAndCiTellsTheBranchOfADetachedHead(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-filtered")
                .prepare(project -> Repository.init(project).git("checkout", "-q", "--detach"))
                .env("GITHUB_ACTIONS", "true")
                .env("GITHUB_SERVER_URL", "https://github.com")
                .env("GITHUB_REPOSITORY", "octo/cat")
                .env("GITHUB_RUN_ID", "777")
                .env("GITHUB_RUN_NUMBER", "42")
                .env("GITHUB_RUN_ATTEMPT", "1")
                .env("GITHUB_REF", "refs/heads/topic/snow")
                .env("GITHUB_REF_NAME", "topic/snow")
                .env("GITHUB_REF_TYPE", "branch")
                .systemProperty("syscall.format", "json")
                .systemProperty("syscall.environment", "jdk,maven,os,user,host")
                .goals("syscall:write-info")
                .execute(build -> {
                    Map<String, Object> json = new BasicJsonParser()
                            .parseMap(Files.readString(build.file("target/classes/META-INF/build-info.json")));
                    assertThat(json).containsOnlyKeys("build", "git");
                    Map<String, Object> info = nested(json, "build");
                    assertThat(info).containsEntry("artifact", "filtered").containsKeys("host", "time");
                    assertThat(nested(info, "ci")).containsEntry("provider", "github-actions");
                    assertThat(nested(info, "jdk"))
                            .containsEntry("version", mavenBuild.jdk().version());
                    assertThat(nested(info, "maven")).containsEntry("version", mavenBuild.mavenVersion());
                    assertThat(nested(info, "os")).containsEntry("name", "Linux");
                    assertThat(nested(info, "user")).containsEntry("name", System.getProperty("user.name"));
                    assertThat(nested(json, "git")).containsEntry("branch", "topic/snow");
                    assertThat(nested(nested(nested(json, "git"), "build"), "user"))
                            .containsEntry("name", "Zoë Builder");
                    assertThat(build.file(GIT_FILE)).doesNotExist();
                });
    }

    /** As Maven's other plugins see it. */
    @MavenTest
    void anOutputTimestampOfTheCommandLineIsTheTime(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-filtered")
                .systemProperty("project.build.outputTimestamp", "2024-01-01T00:00:00Z")
                .goals("syscall:write-info")
                .execute(build ->
                        assertThat(build.properties(BUILD_FILE)).containsEntry("build.time", "2024-01-01T00:00:00Z"));
    }

    @Tag("stress")
    @MavenTest
    void aKeyThatIsNotWantedStartsNoGitProcess(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-filtered")
                .prepare(Repository::init)
                .prepare(project -> GitWrapper.on(mavenBuild, project))
                .goals("syscall:write-info");
        mavenBuild.systemProperty("syscall.excludes", "git.*").execute(build -> {
            assertThat(gitCalls(build)).isEmpty();
            assertThat(build.file(GIT_FILE)).doesNotExist();
            assertThat(build.properties(BUILD_FILE)).containsKey("build.version");
        });
        mavenBuild.systemProperty("syscall.excludes", "git.remote.*").execute(build -> {
            assertThat(gitCalls(build)).containsExactlyInAnyOrder("status", "log");
            assertThat(build.properties(GIT_FILE)).containsKey("git.branch").doesNotContainKey("git.remote.origin.url");
        });
        mavenBuild
                .systemProperty("syscall.includes", "build.version, git.total.commit.count")
                .execute(build -> {
                    assertThat(build.properties(BUILD_FILE)).containsExactly(Map.entry("build.version", "1.2.3"));
                    assertThat(build.properties(GIT_FILE)).containsExactly(Map.entry("git.total.commit.count", "1"));
                });
    }

    @Tag("stress")
    @MavenTest
    void aProjectWithoutRepositoryGetsALineOrFailsAsWanted(MavenBuild mavenBuild) {
        mavenBuild.project("write-info-filtered").goals("syscall:write-info");
        mavenBuild.execute(build -> {
            assertThat(build.log())
                    .filteredOn(line -> line.contains("git repository"))
                    .singleElement()
                    .asString()
                    .startsWith("[INFO]")
                    .contains("'" + build.project() + "'");
            assertThat(build.file(GIT_FILE)).doesNotExist();
        });
        mavenBuild
                .systemProperty("syscall.gitRequired", "true")
                .executeAndFail(build -> assertThat(build.toString())
                        .contains("BUILD FAILURE")
                        .contains("'" + build.project() + "'")
                        .contains("gitRequired"));
    }

    /** What each module of the project is refused for. */
    private static final Map<String, String> REFUSALS = Map.of(
            "time", "<time> (-Dsyscall.time): 'yesterday' is not a time: allowed are auto, commit, off",
            "format", "<format> (-Dsyscall.format) is 'xml'; allowed are 'properties', 'json', 'json-flat'.",
            "durability", "<durability> (-Dsyscall.durability) is 'high'; allowed are 'none', 'full'.",
            "timeout", "<gitTimeout> (-Dsyscall.gitTimeout) is '0'; allowed are whole seconds from 1 on.",
            "abbrev", "<abbrevLength> (-Dsyscall.abbrevLength) is '3'; allowed are 4 to 64.",
            "environment", "<environment> (-Dsyscall.environment): 'moon' is not a group of keys: allowed are host,",
            "glob", "<excludes> (-Dsyscall.excludes): 'git\\..*|x' is not a glob over keys",
            "empty", "<additionalProperties>: 'team' has no value",
            "unresolved", "<additionalProperties> is 'id-${no.such.property}'");

    @MavenTest
    void wrongValuesAreRefusedByTagValueAndWhatIsAllowed(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-refusals")
                .prepare(Repository::init)
                .arguments("-fae")
                .goals("generate-resources")
                .executeAndFail(build -> assertThat(REFUSALS)
                        .allSatisfy((module, refusal) -> assertThat(errors(build))
                                .filteredOn(line -> line.contains("on project " + module + ": "))
                                .singleElement(STRING)
                                .contains(refusal)
                                .doesNotContain("Exception: ")));
    }

    private static List<String> errors(FinishedBuild build) {
        return build.log().stream().filter(line -> line.startsWith("[ERROR]")).toList();
    }

    private static List<String> gitCalls(FinishedBuild build) throws IOException {
        return new GitWrapper(build.file(".mvn/git-calls")).calls();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> nested(Map<String, Object> json, String key) {
        return (Map<String, Object>) Objects.requireNonNull(json.get(key), key);
    }
}
