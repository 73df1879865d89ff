package io.github.syscallmaven.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class EnvironmentKeysTest {
    private static final KeySelection ALL = KeySelection.of(List.of(), List.of());

    private static final Map<String, String> SYSTEM = Map.of(
            "java.version", "17.0.15",
            "java.vendor", "Debian",
            "os.name", "Linux",
            "os.version", "6.1.0",
            "os.arch", "amd64",
            "user.name", "me",
            "user.home", "/home/me");

    @Test
    void everyGroupGivesItsKeys() {
        assertThat(everyGroup())
                .containsExactly(
                        entry("build.host", "buildhost"),
                        entry("build.jdk.vendor", "Debian"),
                        entry("build.jdk.version", "17.0.15"),
                        entry("build.maven.version", "3.9.16"),
                        entry("build.os.arch", "amd64"),
                        entry("build.os.name", "Linux"),
                        entry("build.os.version", "6.1.0"),
                        entry("build.user.name", "me"));
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        assertThat(collect(List.of(), ALL)).isEmpty();
        assertThat(collect(List.of(" maven ", "user"), ALL))
                .containsExactly(entry("build.maven.version", "3.9.16"), entry("build.user.name", "me"));
    }

    @Test
    void theHostIsNotLookedUpUnlessItIsWanted() {
        assertThat(EnvironmentKeys.collect(
                        List.of("host", "os"), KeySelection.of(List.of(), List.of("*host")), SYSTEM, "4", () -> {
                            throw new AssertionError("the host was looked up");
                        }))
                .containsOnlyKeys("build.os.arch", "build.os.name", "build.os.version");
    }

    @Test
    void theUnknownGivesNoKey() {
        assertThat(EnvironmentKeys.collect(
                        List.of("jdk", "host"), ALL, Map.of("java.vendor", " ", "java.version", "17"), "4", () -> null))
                .containsExactly(entry("build.jdk.version", "17"));
    }

    @Test
    void aGroupThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> collect(List.of("jdk", "cpu"), ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'cpu' is not a group of keys: allowed are host, jdk, maven, os, user");
    }

    static SortedMap<String, String> everyGroup() {
        return collect(List.of("jdk", "maven", "os", "user", "host"), ALL);
    }

    private static SortedMap<String, String> collect(List<String> groups, KeySelection selection) {
        return EnvironmentKeys.collect(groups, selection, SYSTEM, "3.9.16", () -> "buildhost");
    }
}
