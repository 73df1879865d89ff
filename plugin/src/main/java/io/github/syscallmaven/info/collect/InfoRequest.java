package io.github.syscallmaven.info.collect;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.EnvironmentKeys;
import io.github.syscallmaven.info.KeySelection;
import io.github.syscallmaven.info.TimeSource;
import io.github.syscallmaven.info.ci.CiBuild;
import io.github.syscallmaven.info.git.GitDescribe;
import io.github.syscallmaven.info.git.GitKey;
import io.github.syscallmaven.info.git.GitRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which keys to collect, and their sources.
 *
 * @param directory the project's, absolute, symlinks resolved; the repository is looked for from here upwards
 * @param additional keys without prefix to values; they win over the project's own
 * @param includes globs, see {@link KeySelection}; a key that costs a git process of its own is wanted only when it
 *     stands here by its whole name
 * @param reproducible whether to leave out what differs between two checkouts of one commit
 * @param environmentGroups see {@link EnvironmentKeys}
 * @param rules what has to hold; their keys are looked up even if they are not written
 * @param defaults values for keys that are included and not excluded, but cannot be known or are not reproducible
 */
public record InfoRequest(
        Project project,
        String directory,
        TimeSource time,
        @Nullable String outputTimestamp,
        Instant sessionStart,
        Map<String, String> additional,
        List<String> includes,
        List<String> excludes,
        boolean reproducible,
        List<String> environmentGroups,
        List<InfoRule> rules,
        Map<String, String> defaults,
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
     * @param required whether it is an error that there is no repository, or no git program
     * @param failing whether it is an error that git fails
     */
    public record Git(
            boolean required,
            boolean failing,
            int abbrevLength,
            GitDescribe describe,
            Duration timeout,
            String executable) {}

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

    /** What the user wants. */
    KeySelection choice() {
        return KeySelection.of(includes, excludes);
    }

    /** What of it may be written. */
    KeySelection selection() {
        return reproducible ? choice().without(KeySelection.NOT_REPRODUCIBLE) : choice();
    }

    /** The keys that may be written, whatever the build turns out to be; without those that the user adds. */
    public SortedSet<String> possibleKeys() {
        SortedSet<String> keys = new TreeSet<>(InfoKeys.OF_PROJECT);
        keys.addAll(CiBuild.KEYS);
        keys.addAll(EnvironmentKeys.of(environmentGroups));
        InfoKeys.IN_BOTH_FAMILIES.stream()
                .filter(key -> keys.contains(key))
                .toList()
                .forEach(key -> keys.add(BuildInfo.GIT + key));
        gitKeys().forEach(key -> keys.add(key.documented()));
        keys.addAll(defaults.keySet());
        keys.removeIf(key -> !choice().wants(key));
        return keys;
    }

    /** What is asked of git because it may be written. */
    Set<GitKey> gitKeys() {
        KeySelection selection = selection();
        Set<GitKey> keys = EnumSet.allOf(GitKey.class);
        keys.removeIf(key -> !selection.wants(key.documented()) || !(isFree(key) || isNamed(key)));
        return keys;
    }

    /** What is asked of git because a rule is about it. */
    Set<GitKey> ruledGitKeys() {
        Set<GitKey> keys = EnumSet.allOf(GitKey.class);
        keys.removeIf(key -> rules.stream().noneMatch(rule -> rule.key().equals(key.documented())));
        return keys;
    }

    /** What git is to be asked; empty when nothing is. */
    public Optional<GitRequest> gitRequest() {
        Set<GitKey> wanted = gitKeys();
        wanted.addAll(ruledGitKeys());
        if (time.isCommit()) {
            wanted.add(GitKey.COMMIT_TIME);
        }
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new GitRequest(
                        directory, wanted, git.abbrevLength(), git.describe(), git.timeout(), git.executable()));
    }

    /** Neither dear nor private: who builds is written only for those who ask. */
    private boolean isFree(GitKey key) {
        boolean isUser = key == GitKey.BUILD_USER_NAME || key == GitKey.BUILD_USER_EMAIL;
        return !key.costsProcess() && (!isUser || environmentGroups.contains("user"));
    }

    private boolean isNamed(GitKey key) {
        String name = key.documented();
        return includes.stream().map(String::strip).anyMatch(name::equals);
    }
}
