package io.github.syscallmaven.syscall.arch;

/**
 * Where this CPU's {@code struct stat} keeps the fields whose places differ between CPUs; for kernels and sandboxes
 * without statx.
 *
 * @param size of the whole structure, in bytes
 * @param mode offset of st_mode
 * @param uid offset of st_uid; st_gid follows it
 * @param rdev offset of st_rdev
 */
public record StatLayout(int size, int mode, int uid, int rdev) {
    public static final int DEV = 0;
    public static final int INO = 8;
    public static final int LENGTH = 48;
    public static final int MTIME = 88;
    public static final int CTIME = 104;
}
