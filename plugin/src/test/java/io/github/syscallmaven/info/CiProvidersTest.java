package io.github.syscallmaven.info;

import static io.github.syscallmaven.info.CiServicesTest.build;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiProvidersTest {
    private static final String TEAMCITY = """
            BUILD_NUMBER=101
            BUILD_URL=https://teamcity.example.com/build/5678
            TEAMCITY_AUTH_PASSWORD=secret
            TEAMCITY_BUILD_PROPERTIES_FILE=/agent/temp/build.properties
            TEAMCITY_VERSION=2025.07
            """;
    private static final String TEAMCITY_BUILD = """
            #TeamCity build properties without 'system.' prefix
            teamcity.auth.password=secret
            teamcity.build.id=5678
            teamcity.configuration.properties.file=/agent/temp/configuration.properties
            """;

    @Test
    void teamCityBuildsABranch() {
        assertThat(teamCity("teamcity.build.branch=feature\nteamcity.build.vcs.branch.App_Git=refs/heads/feature"))
                .isEqualTo(teamCity("feature", null, null));
    }

    @Test
    void teamCityBuildsTheDefaultBranchByItsName() {
        assertThat(teamCity("teamcity.build.branch=<default>\nteamcity.build.vcs.branch.App_Git=refs/heads/main"))
                .isEqualTo(teamCity("main", null, null));
        assertThat(teamCity("teamcity.build.branch=<default>")).isEqualTo(teamCity(null, null, null));
    }

    @Test
    void teamCityBuildsOfSeveralRootsTheBranchThatItNamesItself() {
        assertThat(teamCity("""
                        teamcity.build.branch=feature
                        teamcity.build.vcs.branch.App_Git=refs/heads/feature
                        teamcity.build.vcs.branch.Docs_Git=refs/heads/main
                        """)).isEqualTo(teamCity("feature", null, null));
    }

    @Test
    void teamCityBuildsATag() {
        assertThat(teamCity("teamcity.build.branch=v1.0\nteamcity.build.vcs.branch.App_Git=refs/tags/v1.0"))
                .isEqualTo(teamCity(null, "v1.0", null));
    }

    @Test
    void teamCityBuildsAPullRequest() {
        String variables = "teamcity.build.branch=pull/12\nteamcity.build.vcs.branch.App_Git=refs/pull/12/head\n";
        assertThat(teamCity(variables)).isEqualTo(teamCity(null, null, "12"));
        assertThat(teamCity(variables + "teamcity.pullRequest.number=12\nteamcity.pullRequest.source.branch=feature"))
                .isEqualTo(teamCity("feature", null, "12"));
        assertThat(teamCity("teamcity.pullRequest.number=12\nteamcity.pullRequest.source.branch=refs/heads/feature"))
                .isEqualTo(teamCity("feature", null, "12"));
    }

    @Test
    void teamCityWithoutReadableFilesStillHasItsNumber() {
        assertThat(CiProviders.detect(new GuardedEnvironment(TEAMCITY), file -> Optional.empty()))
                .contains(new CiBuild(
                        "teamcity", "101", null, "https://teamcity.example.com/build/5678", null, null, null));
    }

    @Test
    void aFileOfTeamCityThatIsNoPropertiesFileIsNamed() {
        assertThatThrownBy(() ->
                        CiProviders.detect(new GuardedEnvironment(TEAMCITY), file -> Optional.of(bytes("a=\\u00"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'/agent/temp/build.properties' of teamcity is not a properties file: ");
    }

    private static CiBuild teamCity(String configuration) {
        Map<String, byte[]> files = Map.of(
                "/agent/temp/build.properties", bytes(TEAMCITY_BUILD),
                "/agent/temp/configuration.properties", bytes(configuration));
        return CiProviders.detect(new GuardedEnvironment(TEAMCITY), file -> Optional.ofNullable(files.get(file)))
                .orElseThrow();
    }

    private static CiBuild teamCity(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://teamcity.example.com/build/5678";
        return new CiBuild("teamcity", "101", "5678", url, branch, tag, pullRequest);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOME=/home/me",
                "CI=true",
                "BUILD_NUMBER=1",
                "JENKINS_URL=https://jenkins.example.com/",
                "JENKINS_HOME=/var/jenkins_home",
                "GITHUB_ACTIONS=false",
                "FORGEJO_ACTIONS=false",
                "TRAVIS=",
                "BITBUCKET_BUILD_NUMBER= ",
            })
    void thisIsNoBuildOfAKnownProvider(String variables) {
        Optional<CiBuild> build = CiProviders.detect(new GuardedEnvironment(variables), file -> Optional.empty());

        assertThat(build).isEmpty();
    }

    @Test
    void jenkinsIsKnownByItsUrlAsWellAsByItsHome() {
        assertThat(build("JENKINS_URL=https://jenkins.example.com/\nBUILD_NUMBER=1")
                        .provider())
                .isEqualTo("jenkins");
        assertThat(build("JENKINS_HOME=/var/jenkins_home\nBUILD_NUMBER=1").provider())
                .isEqualTo("jenkins");
    }

    @Test
    void aProviderThatSaysNothingElseIsStillNamed() {
        assertThat(build("GITHUB_ACTIONS=true"))
                .isEqualTo(new CiBuild("github-actions", null, null, null, null, null, null));
    }

    @Test
    void aRunnerOfGitHubWinsOverTheCodeBuildThatHostsIt() {
        assertThat(build("CODEBUILD_BUILD_ID=runner:1\nGITHUB_ACTIONS=true").provider())
                .isEqualTo("github-actions");
    }

    @Test
    void anyProviderWinsOverTheJenkinsWhoseVariablesItInherited() {
        assertThat(build("JENKINS_HOME=/var/jenkins_home\nBUILD_NUMBER=1\nBUILDKITE=true")
                        .provider())
                .isEqualTo("buildkite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@ci.example.com/job/app@2/15/?x=a@b",
                "https://ghp_secret@ci.example.com/job/app@2/15/?x=a@b",
                "https://us@er:sec@ret@ci.example.com/job/app@2/15/?x=a@b",
                "https://:@ci.example.com/job/app@2/15/?x=a@b",
                "https://ci.example.com/job/app@2/15/?x=a@b",
            })
    void aBuildUrlCarriesNeitherUserNorPassword(String url) {
        assertThat(build("JENKINS_HOME=/j\nBUILD_NUMBER=1\nBUILD_URL=" + url).buildUrl())
                .isEqualTo("https://ci.example.com/job/app@2/15/?x=a@b");
    }

    @Test
    void aBranchMayHoldWhatPatternsGiveAMeaningTo() {
        assertThat(build("GITHUB_ACTIONS=true\nGITHUB_REF=refs/heads/a$1\\{b}").branch())
                .isEqualTo("a$1\\{b}");
    }

    @Test
    void onlyWhatIsKnownGivesAKey() {
        assertThat(new CiBuild("drone", "42", null, null, "main", null, null).keys())
                .containsExactly(
                        entry("build.ci.branch", "main"),
                        entry("build.ci.number", "42"),
                        entry("build.ci.provider", "drone"),
                        entry("git.build.number", "42"));
    }

    @Test
    void allThatIsKnownGivesKeys() {
        assertThat(new CiBuild("gitlab", "18", "1047", "https://x", "feature", "v1", "9").keys())
                .containsExactly(
                        entry("build.ci.branch", "feature"),
                        entry("build.ci.id", "1047"),
                        entry("build.ci.number", "18"),
                        entry("build.ci.provider", "gitlab"),
                        entry("build.ci.pull-request", "9"),
                        entry("build.ci.tag", "v1"),
                        entry("build.ci.url", "https://x"),
                        entry("git.build.number", "18"),
                        entry("git.build.number.unique", "1047"));
    }
}
