package io.github.syscallmaven.info.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all providers; what each of them says is in {@link CiEnvironmentsTest}. */
class CiProvidersTest {
    @Test
    void aFileThatIsNoPropertiesFileIsNamed() {
        Map<String, String> teamCity =
                Map.of("TEAMCITY_VERSION", "2025", "TEAMCITY_BUILD_PROPERTIES_FILE", "/agent/build.properties");
        byte[] malformed = "a=\\u00".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CiProviders.detect(teamCity, file -> Optional.of(malformed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'/agent/build.properties' of teamcity is not a properties file: ");
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
        assertThat(detect(Map.of("JENKINS_HOME", "/j", "BUILD_NUMBER", "1", "BUILD_URL", url))
                        .buildUrl())
                .isEqualTo("https://ci.example.com/job/app@2/15/?x=a@b");
    }

    @ParameterizedTest
    @CsvSource({"JENKINS_HOME, 'JENKINS_HOME, BUILD_NUMBER'", "JENKINS_URL, 'JENKINS_URL, BUILD_NUMBER'", "DRONE, DRONE"
    })
    void whatGaveAProviderAwayCanBeSeen(String variable, String recognizedBy) {
        assertThat(detect(Map.of(variable, "true", "BUILD_NUMBER", "1")).recognizedBy())
                .isEqualTo(recognizedBy);
    }

    @Test
    void aRepositoryAtAnotherCommitIsNotTheOneThatIsBuilt() {
        CiBuild build = detect(Map.of("TRAVIS", "true", "TRAVIS_COMMIT", "1a", "TRAVIS_PULL_REQUEST_SHA", "2b"));

        assertThat(build.isOf("1a")).isTrue();
        assertThat(build.isOf("2b")).isTrue();
        assertThat(build.isOf(null)).isTrue();
        assertThat(build.isOf("3c")).isFalse();
        assertThat(detect(Map.of("TRAVIS", "true")).isOf("3c")).isTrue();
    }

    @Test
    void onlyWhatIsKnownGivesAKey() {
        assertThat(new CiBuild("drone", "DRONE", "42", null, null, null, "main", null, null, List.of()).keys())
                .containsExactly(
                        entry("build.ci.branch", "main"),
                        entry("build.ci.number", "42"),
                        entry("build.ci.provider", "drone"),
                        entry("git.build.number", "42"));
    }

    @Test
    void allThatIsKnownGivesKeys() {
        CiBuild build = new CiBuild(
                "gitlab", "GITLAB_CI", "18", "2", "1047", "https://x", "feature", "v1", "9", List.of("ffac537"));

        assertThat(build.keys())
                .containsExactly(
                        entry("build.ci.attempt", "2"),
                        entry("build.ci.branch", "feature"),
                        entry("build.ci.id", "1047"),
                        entry("build.ci.number", "18"),
                        entry("build.ci.provider", "gitlab"),
                        entry("build.ci.pull-request", "9"),
                        entry("build.ci.tag", "v1"),
                        entry("build.ci.url", "https://x"),
                        entry("git.build.number", "18"));
    }

    private static CiBuild detect(Map<String, String> environment) {
        return CiProviders.detect(environment, file -> Optional.empty()).orElseThrow();
    }
}
