package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.git.GitKey.Source;
import java.time.Duration;
import java.util.Set;

/**
 * What to ask of the repository that a directory belongs to. Immutable.
 *
 * @param directory absolute, symlinks resolved: a linked directory belongs to the repository that it really lies in
 * @param keys what is wanted; what is not wanted costs no process
 * @param abbrevLength digits of {@code commit.id.abbrev}, 4 to 64; a SHA-1 name has 40 in all
 * @param describe how tags are chosen and written
 * @param timeout how long each git process may take
 * @param executable the git program: a path, or a name that is looked up on the {@code PATH}
 */
public record GitRequest(
        String directory,
        Set<GitKey> keys,
        int abbrevLength,
        GitDescribe describe,
        Duration timeout,
        String executable) {

    public GitRequest {
        keys = Set.copyOf(keys);
        if (!GitRoot.isAbsolute(directory)) {
            throw new IllegalArgumentException("directory '" + directory + "' is not absolute");
        }
        if (abbrevLength < 4 || abbrevLength > 64) {
            throw new IllegalArgumentException("abbrevLength '" + abbrevLength + "' is not from 4 to 64");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout '" + timeout + "' is not positive");
        }
    }

    boolean wants(Source source) {
        return keys.stream().anyMatch(key -> key.source() == source);
    }

    /** Whether the description tells that tracked files were changed. */
    boolean marksDirty() {
        return !describe.dirtyMark().isEmpty()
                && (keys.contains(GitKey.COMMIT_ID_DESCRIBE) || keys.contains(GitKey.COMMIT_ID_DESCRIBE_SHORT));
    }

    /** Whether git's status is asked, which is then its first command. */
    boolean wantsStatus() {
        return marksDirty() || wants(Source.STATUS) || wants(Source.COUNT) || wants(Source.CONTAINS);
    }
}
