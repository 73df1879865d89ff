package io.github.syscallmaven.io.kernel;

import io.github.syscallmaven.syscall.arch.Call;

/** A call that was made, and what for. */
public record Step(Call call, Purpose purpose) {
    /** What a call is made for, as far as its arguments tell it and it matters when it fails. */
    public enum Purpose {
        ANY,
        /** openat of the root itself. */
        OPEN_ROOT,
        /** openat of a directory below the root. */
        OPEN_DIRECTORY,
        /** openat of the directory above one that is open. */
        OPEN_ABOVE,
        /** openat of the temporary file. */
        MAKE_TEMPORARY,
        /** openat of a file to compare with. */
        OPEN_FOR_COMPARISON,
        /** openat of the temporary file again, to compare it. */
        READ_BACK,
        /** statx, pread64 or fgetxattr of the file that is to be replaced. */
        OF_OLD,
        /** close of what was written. */
        OF_WRITTEN,
        /** fsync, statx or newfstatat of a directory that is open. */
        OF_DIRECTORY,
        /** renameat2 that is not to replace. */
        WITHOUT_REPLACING,
        /** unlinkat of a directory. */
        REMOVE_DIRECTORY
    }

    @Override
    public String toString() {
        return purpose == Purpose.ANY ? call.toString() : call + " " + purpose;
    }
}
