package io.github.syscallmaven.checksum.list;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;

/** The names of sidecars: that of their file, a dot, and the extension of the algorithm. */
public final class Sidecars {
    private Sidecars() {}

    /** The name of the sidecar of this file. */
    public static BytePath nameOf(BytePath file, Algorithm algorithm) {
        byte[] name = file.toBytes();
        byte[] extension = BytePath.of("." + algorithm.extension()).toBytes();
        byte[] joined = new byte[name.length + extension.length];
        System.arraycopy(name, 0, joined, 0, name.length);
        System.arraycopy(extension, 0, joined, name.length, extension.length);
        return BytePath.of(joined);
    }

    /** Whether the name ends as those of this algorithm's sidecars do. */
    public static boolean isOf(BytePath file, Algorithm algorithm) {
        BytePath end = BytePath.of("." + algorithm.extension());
        int start = file.length() - end.length();
        return start > 0
                && file.at(start - 1) != '/'
                && file.slice(start, file.length()).equals(end);
    }
}
