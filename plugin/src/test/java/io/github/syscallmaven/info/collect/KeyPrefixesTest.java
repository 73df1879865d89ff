package io.github.syscallmaven.info.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPrefixesTest {
    private static final KeyPrefixes USUAL = new KeyPrefixes("build", "git");
    private static final Set<String> ALL = InfoKeys.all();

    /** Those of git-commit-id, which Actuator and JSON know how to read: the value is {@code full}. */
    @Test
    void noKeyIsTheStartOfAnotherButTheCommitsId() {
        Set<String> starts = new TreeSet<>();
        for (String key : ALL) {
            ALL.stream().filter(other -> other.startsWith(key + ".")).forEach(other -> starts.add(key));
        }

        assertThat(starts).containsExactly("git.commit.id");
        assertThat(ALL).contains("git.commit.id.full");
    }

    @ParameterizedTest
    @CsvSource({"build, git", "build, ''", "app, vcs", "a.b, a.c", "x, x", "git, build", "build, build.git"})
    void allKeysCanStandSideBySideUnderThesePrefixes(String build, String git) {
        Set<String> keys = new TreeSet<>(ALL);
        if (git.isEmpty()) {
            keys.remove("build.user.name");
        }

        assertThatCode(() -> new KeyPrefixes(build, git).requireSeparate(keys, List.of("team")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "build,           \"\",         'build.user.name' and 'git.build.user.name' both become"
                        + " 'build.user.name'",
                "git.commit,      git,        'build.time' and 'git.commit.time' both become 'git.commit.time'",
                "git.branch,      git,        'git.branch' is the start of 'git.branch.artifact'",
                "build,           build.name, 'build.name' is the start of 'build.name.branch'",
                "git.commit.id,   git,        'git.commit.id' is the start of 'git.commit.id.artifact'",
            })
    void prefixesUnderWhichKeysClashAreRefused(String build, String git, String why) {
        assertThatThrownBy(() -> new KeyPrefixes(build, git).requireSeparate(ALL, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The prefixes '" + build + "' of build keys and '" + git + "' of git keys do not go together: ")
                .hasMessageContaining(why)
                .hasMessageContaining("exclude one of the keys");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ci,             'build.ci' is the start of 'build.ci.attempt'",
                "jdk,            'build.jdk' is the start of 'build.jdk.vendor'",
                "version.full,   'build.version' is the start of 'build.version.full'",
                "team.lead,      'build.team' is the start of 'build.team.lead'",
            })
    void keysOfTheUserThatClashAreRefused(String added, String why) {
        assertThatThrownBy(() -> USUAL.requireSeparate(ALL, List.of("team", added)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The additional property '")
                .hasMessageContaining(why)
                .hasMessageEndingWith("Give it another name");
    }

    @Test
    void aKeyOfTheUserInTheOtherFamilyIsRefused() {
        assertThatThrownBy(() -> new KeyPrefixes("git", "git").requireSeparate(ALL, List.of("branch")))
                .hasMessage("The additional property 'branch' becomes 'git.branch', as 'git.branch' does."
                        + " Give it another name");
    }

    @Test
    void aKeyOfTheUserReplacesOurs() {
        assertThatCode(() -> USUAL.requireSeparate(ALL, List.of("version", "host")))
                .doesNotThrowAnyException();
    }

    @Test
    void keysAreWrittenUnderTheirPrefixes() {
        KeyPrefixes prefixes = new KeyPrefixes("app", "");

        assertThat(prefixes.written("build.time")).isEqualTo("app.time");
        assertThat(prefixes.written("git.commit.id")).isEqualTo("commit.id");
        assertThat(new KeyPrefixes("build", "v.cs").written("git.branch")).isEqualTo("v.cs.branch");
        assertThat(prefixes.written(new TreeMap<>(Map.of("git.tag", "v1", "build.name", "x"))))
                .isEqualTo(Map.of("tag", "v1", "app.name", "x"));
    }
}
