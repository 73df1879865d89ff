package io.github.syscallmaven.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.syscallmaven.info.ci.CiBuild;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySelectionTest {
    private static final KeySelection ALL = KeySelection.of(List.of(), List.of());

    @Test
    void everyKeyIsWantedByDefault() {
        assertThat(ALL.wants("git.commit.id")).isTrue();
        assertThat(ALL.wants("")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "git.commit.id,  git.commit.id,         true",
        "git.commit.id,  git.commit.id.abbrev,  false",
        "git.commit.id,  git-commit-id,         false",
        "git.*,          git.commit.id.abbrev,  true",
        "git.*,          build.git.x,           false",
        "git.*,          git.,                  true",
        "git*,           git,                   true",
        "*.time,         git.commit.time,       true",
        "*.time,         git.commit.timer,      false",
        "git.?ag,        git.tag,               true",
        "git.tag?,       git.tags,              true",
        "git.tag?,       git.tag,               false",
        "*,              anything,              true",
        "**.*id*,        git.commit.id,         true",
    })
    void aGlobMatchesWholeKeys(String glob, String key, boolean matches) {
        assertThat(KeySelection.of(List.of(glob), List.of()).wants(key)).isEqualTo(matches);
        assertThat(KeySelection.of(List.of(), List.of(glob)).wants(key)).isEqualTo(!matches);
    }

    @Test
    void aGlobMayStandBetweenBlanksAsXmlHasThem() {
        assertThat(KeySelection.of(List.of("\n  git.*\n "), List.of()).wants("git.tags"))
                .isTrue();
    }

    @Test
    void anExcludeWinsOverAnInclude() {
        KeySelection selection = KeySelection.of(List.of("git.*", "build.time"), List.of("git.build.*"));

        assertThat(selection.wants("git.branch")).isTrue();
        assertThat(selection.wants("build.time")).isTrue();
        assertThat(selection.wants("git.build.host")).isFalse();
        assertThat(selection.wants("build.name")).isFalse();
    }

    @Test
    void workIsWorthwhileIfOneKeyIsWanted() {
        KeySelection selection = KeySelection.of(List.of("build.*"), List.of());

        assertThat(selection.wantsAny(List.of("git.tags", "build.host"))).isTrue();
        assertThat(selection.wantsAny(List.of("git.tags", "git.tag"))).isFalse();
        assertThat(selection.wantsAny(List.of())).isFalse();
    }

    @Test
    void selectKeepsTheWantedPairsSorted() {
        assertThat(KeySelection.of(List.of("git.*"), List.of("git.tags"))
                        .select(Map.of("git.tags", "1", "git.dirty", "2", "git.branch", "3", "build.name", "4")))
                .containsExactly(entry("git.branch", "3"), entry("git.dirty", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "^git.commit$", "git\\.commit", "git.(a|b)", "git.[ab]", "a b", "git.c+", "a{2}"})
    void aRegularExpressionIsRefused(String glob) {
        assertThatThrownBy(() -> KeySelection.of(List.of(), List.of("git.*", glob)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + glob.strip()
                        + "' is not a glob over keys: allowed are a key's characters, * for "
                        + "any of them and ? for one, as in git.commit.*; regular expressions are not");
        assertThatThrownBy(() -> KeySelection.of(List.of(glob), List.of())).hasMessageContaining("is not a glob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build.ci.provider",
                "build.ci.pull-request",
                "build.host",
                "build.jdk.vendor",
                "build.maven.version",
                "build.os.arch",
                "build.user.name",
                "git.branch",
                "git.build.host",
                "git.build.number",
                "git.build.user.email",
                "git.closest.tag.commit.count",
                "git.closest.tag.name",
                "git.commit.id.describe",
                "git.commit.id.describe-short",
                "git.dirty-untracked",
                "git.local.branch.ahead",
                "git.remote.origin.url",
                "git.tag",
                "git.tags",
                "git.total.commit.count",
            })
    void whatTwoCheckoutsOfOneCommitDoNotShareIsNotReproducible(String key) {
        assertThat(ALL.without(KeySelection.NOT_REPRODUCIBLE).wants(key)).isFalse();
        assertThat(KeySelection.of(List.of(key), List.of())
                        .without(KeySelection.NOT_REPRODUCIBLE)
                        .wants(key))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build.artifact",
                "build.group",
                "build.name",
                "build.time",
                "build.version",
                "git.build.time",
                "git.build.version",
                "git.commit.author.time",
                "git.commit.id",
                "git.commit.id.abbrev",
                "git.commit.id.full",
                "git.commit.message.short",
                "git.commit.time",
                "git.commit.user.name",
                "git.dirty",
                "git.dirty-tracked",
            })
    void whatTheCommitAndTheProjectSayIsReproducible(String key) {
        assertThat(ALL.without(KeySelection.NOT_REPRODUCIBLE).wants(key)).isTrue();
    }

    @Test
    void theBuildTimeCanBeLeftOutAsWell() {
        KeySelection selection = ALL.without(KeySelection.NOT_REPRODUCIBLE).without(KeySelection.BUILD_TIME);

        assertThat(selection.wantsAny(List.of("build.time", "git.build.time"))).isFalse();
        assertThat(selection.wants("git.commit.time")).isTrue();
    }

    @Test
    void noKeyOfTheEnvironmentOrOfCiIsReproducible() {
        KeySelection selection = ALL.without(KeySelection.NOT_REPRODUCIBLE);

        assertThat(selection.select(EnvironmentKeysTest.everyGroup())).isEmpty();
        assertThat(selection.select(new CiBuild("a", "b", "c", "d", "e", "f", "g", "h", "i", List.of()).keys()))
                .isEmpty();
    }
}
