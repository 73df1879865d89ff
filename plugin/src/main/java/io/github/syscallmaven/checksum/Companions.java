package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.ListName.Likeness;
import io.github.syscallmaven.io.BytePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that stand beside others and are about them: checksums and signatures. */
record Companions(Algorithms algorithms) {
    private static final List<BytePath> SIGNATURES =
            List.of(".asc", ".sig", ".sign", ".gpg", ".minisig", ".sigstore", ".sigstore.json").stream()
                    .map(BytePath::of)
                    .toList();

    /** The file that this one is about, by its name; null when it is about none. */
    @Nullable
    BytePath of(BytePath name) {
        for (BytePath end : SIGNATURES) {
            BytePath rest = without(end.length(), name);
            if (rest != null && name.slice(rest.length(), name.length()).equals(end)) {
                return rest;
            }
        }
        ListName list = ListName.of(algorithms, name);
        boolean sidecar = list.likeness() == Likeness.SIDECAR || list.likeness() == Likeness.MAYBE;
        return sidecar && list.target() != null ? name.parent().resolve(list.target()) : null;
    }

    private static @Nullable BytePath without(int end, BytePath name) {
        int length = name.length() - end;
        return length > 0 && name.at(length - 1) != '/' ? name.slice(0, length) : null;
    }
}
