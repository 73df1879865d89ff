package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.portable.disk.Attributes.Owner;
import io.github.syscallmaven.io.portable.disk.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a new file the owner, the group and the permissions of the one that it replaces, as far as they are bits: Java
 * sees no ACL. Rights that cannot be kept are narrowed.
 */
record Rights(Path file, BytePath shown, List<String> warnings) {
    private static final int WITHOUT_SET_ID = 0777;
    private static final int ALL = 7;

    /** {@code ours} is what the new file is so far: one that nobody but its owner may read or write. */
    void takeOver(Owner old, Owner ours) {
        int before = old.permissions() & WITHOUT_SET_ID;
        IOException uidKept = ours.uid() == old.uid() ? null : set("unix:uid", old.uid());
        IOException gidKept = ours.gid() == old.gid() ? null : set("unix:gid", old.gid());
        int wanted = narrowed(before, uidKept == null, gidKept == null);
        IOException reason = uidKept == null ? gidKept : uidKept;
        int given = wanted;
        IOException refused = set("unix:mode", wanted);
        if (refused != null) {
            given = ours.permissions();
            reason = refused;
        }
        if (given != before) {
            warnings.add(String.format(
                    "'%s' has fewer permissions than the file that it replaces, %03o instead of %03o: %s.",
                    shown, given, before, reason == null ? "" : Failure.reason(reason)));
        }
    }

    /** Why not; null when it is done. */
    private @Nullable IOException set(String attribute, int value) {
        try {
            Files.setAttribute(file, attribute, value, LinkOption.NOFOLLOW_LINKS);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** Whoever was the owner may do no more than an owner could; another group's members no more than all could. */
    private static int narrowed(int permissions, boolean ownerKept, boolean groupKept) {
        int owner = permissions >> 6 & ALL;
        int group = permissions >> 3 & ALL;
        int other = permissions & ALL;
        if (!ownerKept) {
            group &= owner;
            other &= owner;
        }
        if (!groupKept) {
            group &= owner & other;
            other = group;
        }
        return owner << 6 | group << 3 | other;
    }
}
