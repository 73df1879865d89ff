package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.list.name.ListName;
import io.github.syscallmaven.checksum.list.name.ListName.Likeness;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files beside other files that belong to them: checksums and signatures. */
public record Companions(Algorithms algorithms) {
    private static final BytePath[] SIGNATURES = Stream.of(
                    ".asc", ".sig", ".sign", ".gpg", ".minisig", ".sigstore", ".sigstore.json")
            .map(BytePath::of)
            .toArray(BytePath[]::new);

    /** Whether its name, which no file of another kind has, says that it is about another file. */
    public boolean isCalledLikeOne(BytePath name) {
        return signed(name) != null || ListName.of(algorithms, name).likeness() == Likeness.SIDECAR;
    }

    /** The file that this one is about, by its name; null when it is about none. */
    @Nullable
    BytePath of(BytePath name) {
        BytePath signed = signed(name);
        if (signed != null) {
            return signed;
        }
        ListName list = ListName.of(algorithms, name);
        boolean sidecar = list.likeness() == Likeness.SIDECAR || list.likeness() == Likeness.MAYBE;
        return sidecar && list.target() != null ? name.parent().resolve(list.target()) : null;
    }

    private static @Nullable BytePath signed(BytePath name) {
        for (BytePath end : SIGNATURES) {
            int length = name.length() - end.length();
            if (length > 0
                    && name.at(length - 1) != '/'
                    && name.slice(length, name.length()).equals(end)) {
                return name.slice(0, length);
            }
        }
        return null;
    }
}
