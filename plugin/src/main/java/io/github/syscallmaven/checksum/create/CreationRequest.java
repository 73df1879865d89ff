package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.checksum.list.write.SidecarStyle;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files to write checksums of, and where to.
 *
 * @param base the directory that all names are relative to, absolute and without {@code .} and {@code ..}
 * @param algorithms each once
 * @param never files that are not inputs although they are in a tree, written as {@code base} is; lists never are
 * @param sidecars how to write a file for every input and each algorithm; null not to
 */
public record CreationRequest(
        BytePath base,
        List<Input> inputs,
        List<Algorithm> algorithms,
        List<ListFile> lists,
        List<BytePath> never,
        @Nullable SidecarOutput sidecars,
        Durability durability) {
    /**
     * Sidecars to write.
     *
     * @param folder written as {@code base} is, where they stand under the names that lists have; made when it is
     *     missing. Null: each stands beside its file
     */
    public record SidecarOutput(
            SidecarStyle style, @Nullable BytePath folder) {}

    /**
     * A list to write.
     *
     * @param root a directory as {@code base} is one; made when it is missing
     * @param name below it
     * @param algorithms those of the request that the list has
     */
    public record ListFile(BytePath root, BytePath name, ListFormat format, List<Algorithm> algorithms) {
        public BytePath path() {
            return root.resolve(name);
        }
    }
}
