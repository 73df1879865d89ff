package io.github.syscallmaven.info;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a build, and what it is found out from.
 *
 * @param directory the project's, absolute, symlinks resolved; the repository is looked for from here upwards
 * @param time see {@link BuildTime#resolve}
 * @param additional keys without prefix to values; they win over the project's own
 * @param includes globs, see {@link KeySelection}; a key that costs a git process of its own is wanted only when it stands
 *     here by its whole name
 * @param reproducible whether to leave out what differs between two checkouts of one commit
 * @param environmentGroups see {@link EnvironmentKeys}
 */
public record InfoRequest(
        Project project,
        String directory,
        String time,
        @Nullable String outputTimestamp,
        Instant sessionStart,
        Map<String, String> additional,
        List<String> includes,
        List<String> excludes,
        boolean reproducible,
        List<String> environmentGroups,
        Git git,
        Host host) {

    /** The project's coordinates and name. */
    public record Project(
            String group,
            String artifact,
            String version,
            @Nullable String name) {}

    /**
     * How git is asked.
     *
     * @param required whether a project without a repository is an error
     */
    public record Git(boolean required, int abbrevLength, GitDescribe describe, Duration timeout, String executable) {}

    /**
     * What the build runs on.
     *
     * @param hostName asked only when the host is wanted; null if unknown
     */
    public record Host(
            Map<String, String> environment,
            Map<String, String> systemProperties,
            String mavenVersion,
            Supplier<@Nullable String> hostName) {}

    KeySelection selection() {
        KeySelection selection = KeySelection.of(includes, excludes);
        return reproducible ? selection.without(KeySelection.NOT_REPRODUCIBLE) : selection;
    }

    boolean isNamed(String key) {
        return includes.stream().map(String::strip).anyMatch(key::equals);
    }
}
