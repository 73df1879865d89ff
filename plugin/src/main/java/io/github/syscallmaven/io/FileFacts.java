package io.github.syscallmaven.io;

import java.time.Instant;

/**
 * The attributes of a file.
 *
 * @param size in bytes
 * @param modified when the contents changed last
 * @param permissions the nine permission bits and set-id and sticky, as in chmod(2)
 * @param device and {@code inode} together are the file's identity: two names of one file have the same
 */
public record FileFacts(FileType type, long size, Instant modified, int permissions, long device, long inode) {}
