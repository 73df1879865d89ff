package io.github.syscallmaven.syscall.arch;

/**
 * The open flags whose values differ between CPUs. A wrong table is silent: the x86_64 value of O_NOFOLLOW is
 * O_LARGEFILE on aarch64, and symbolic links would be followed.
 *
 * @param directory O_DIRECTORY: fail unless it is a directory
 * @param noFollow O_NOFOLLOW: fail when the last component is a symbolic link
 */
public record OpenFlags(int directory, int noFollow) {}
