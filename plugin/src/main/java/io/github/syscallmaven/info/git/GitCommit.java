package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.git.process.GitException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One commit, as {@code git log -1} prints it. The times are null when the commit object has none that can be read.
 *
 * @param shortId the shortest unambiguous start of the id that has as many digits as {@code describe} asks for
 * @param tags its own tags, sorted; empty when nobody wants them
 * @param description what {@code %(describe)} became: empty when no tag was found, or when nobody wants it
 */
record GitCommit(
        String id,
        String shortId,
        String authorName,
        String authorEmail,
        @Nullable Instant authorTime,
        @Nullable Instant committerTime,
        String subject,
        Set<String> tags,
        String description,
        String message) {

    /** The revision that is checked out. */
    static final String HEAD = "HEAD";

    private static final String SEPARATOR = "\0";
    private static final String TAG = "tag: refs/tags/";
    private static final Pattern EPOCH_SECONDS = Pattern.compile("-?\\d{1,16}");

    /** The command. Whatever a configuration could change about the answer is given as an option. */
    static List<String> command(String revision, Set<GitKey> keys, GitDescribe describe) {
        boolean describes = describes(keys);
        List<String> fields = new ArrayList<>(List.of("%H", "%h", "%an", "%ae", "%at", "%ct", "%s"));
        fields.add(describes || keys.contains(GitKey.TAG) ? "%D" : "");
        fields.add(describes ? placeholder(describe) : "");
        fields.add("%B");
        return List.of(
                "log",
                "-1",
                "--no-show-signature",
                "--encoding=UTF-8",
                "--no-color",
                "--decorate=full",
                "--decorate-refs=refs/tags/",
                "--abbrev=" + describe.digits(),
                "--format=" + String.join("%x00", fields) + "%x00",
                revision,
                "--");
    }

    static boolean describes(Set<GitKey> keys) {
        return keys.contains(GitKey.COMMIT_ID_DESCRIBE)
                || keys.contains(GitKey.COMMIT_ID_DESCRIBE_SHORT)
                || keys.contains(GitKey.CLOSEST_TAG_NAME)
                || keys.contains(GitKey.CLOSEST_TAG_COMMIT_COUNT);
    }

    private static String placeholder(GitDescribe describe) {
        String match =
                describe.match().isAll() ? "" : ",match=" + describe.match().text();
        return "%(describe:tags=" + describe.tags() + ",abbrev=" + describe.digits() + match + ")";
    }

    /** The message comes last: should it contain the separator, nothing else is disturbed. */
    static GitCommit parse(String output) throws GitException {
        String[] fields = output.split(SEPARATOR, 10);
        if (fields.length < 10 || !fields[9].contains(SEPARATOR)) {
            throw GitException.notUnderstood("log", output);
        }
        return new GitCommit(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                instant(fields[4]),
                instant(fields[5]),
                fields[6].strip(),
                tags(fields[7]),
                fields[8],
                fields[9].substring(0, fields[9].lastIndexOf(SEPARATOR)).strip());
    }

    private static @Nullable Instant instant(String epochSeconds) {
        return EPOCH_SECONDS.matcher(epochSeconds).matches()
                ? Instant.ofEpochSecond(Long.parseLong(epochSeconds))
                : null;
    }

    /** A tag's name may have a comma, but no blank. */
    private static Set<String> tags(String decorations) {
        return Arrays.stream(decorations.split(", ", -1))
                .filter(decoration -> decoration.startsWith(TAG))
                .map(decoration -> decoration.substring(TAG.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A git before 2.32, or before 2.35 for these options, prints the placeholder as it stands. */
    boolean isUndescribed() {
        return description.startsWith("%(describe:");
    }
}
