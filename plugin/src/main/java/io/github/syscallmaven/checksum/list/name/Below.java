package io.github.syscallmaven.checksum.list.name;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.RelativeName;
import org.jspecify.annotations.Nullable;

/** Names relative to a directory. */
public final class Below {
    private static final BytePath NOTHING = BytePath.of("");

    private Below() {}

    /** The name of this path from that directory, by their letters; null when it is not below. */
    public static @Nullable BytePath name(BytePath directory, BytePath path) {
        BytePath start = directory.resolve(NOTHING);
        return path.length() > start.length() && path.slice(0, start.length()).equals(start)
                ? path.slice(start.length(), path.length())
                : null;
    }

    /**
     * The name as a walk reports it: {@code a/b} for {@code ./a//b}. A name that a walk cannot report is returned
     * unchanged.
     */
    public static BytePath plain(BytePath directory, BytePath name) {
        try {
            return RelativeName.check(directory, name);
        } catch (RefusedException e) {
            return name;
        }
    }
}
