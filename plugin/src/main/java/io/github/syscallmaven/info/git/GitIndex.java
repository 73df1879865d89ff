package io.github.syscallmaven.info.git;

import io.github.syscallmaven.io.BytePath;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of the tracked files, from the file {@code index}: gitformat-index(5), versions 2 to 4.
 *
 * @param names relative to the worktree, in the index's order
 * @param submodules those of the names that are commits of other repositories
 */
record GitIndex(List<BytePath> names, List<BytePath> submodules) {
    private static final int SIGNATURE = 0x44495243; // DIRC
    private static final int SPLIT = 0x6c696e6b; // link
    private static final int MODE_AT = 6 * Integer.BYTES;
    private static final int STAT_SIZE = 10 * Integer.BYTES;
    private static final int TYPE = 0170000;
    private static final int SUBMODULE = 0160000;
    private static final int EXTENDED = 0x4000;
    private static final int NAME_LENGTH = 0xfff;
    private static final int[] HASH_SIZES = {20, 32};

    /** Empty when this is no index, or one in a format that is not read here, as one split into two files is. */
    static Optional<GitIndex> parse(byte[] file) {
        for (int hashSize : HASH_SIZES) {
            try {
                Optional<GitIndex> index = new Parser(ByteBuffer.wrap(file), hashSize).parse();
                if (index.isPresent()) {
                    return index;
                }
            } catch (BufferUnderflowException | IllegalArgumentException otherHashSize) {
                // The size is not written anywhere in the file, but all names come out wrong with the wrong one.
            }
        }
        return Optional.empty();
    }

    private static final class Parser {
        private final ByteBuffer bytes;
        private final int hashSize;
        private final List<BytePath> names = new ArrayList<>();
        private final List<BytePath> submodules = new ArrayList<>();
        private int version;

        Parser(ByteBuffer bytes, int hashSize) {
            this.bytes = bytes;
            this.hashSize = hashSize;
        }

        Optional<GitIndex> parse() {
            if (bytes.getInt() != SIGNATURE) {
                return Optional.empty();
            }
            version = bytes.getInt();
            int entries = bytes.getInt();
            if (version < 2 || version > 4 || entries < 0) {
                return Optional.empty();
            }
            byte[] before = new byte[0];
            for (int i = 0; i < entries; i++) {
                before = entry(before);
            }
            return isWhole() ? Optional.of(new GitIndex(names, submodules)) : Optional.empty();
        }

        private byte[] entry(byte[] before) {
            int start = bytes.position();
            int mode = bytes.position(start + MODE_AT).getInt();
            bytes.position(start + STAT_SIZE + hashSize);
            int flags = bytes.getShort();
            if (version > 2 && (flags & EXTENDED) != 0) {
                bytes.getShort();
            }
            byte[] name = version == 4 ? compressedName(before) : name();
            if (name.length == 0 || Math.min(name.length, NAME_LENGTH) != (flags & NAME_LENGTH)) {
                throw new IllegalArgumentException("the name has another length");
            }
            if (version < 4) {
                int length = bytes.position() - 1 - start;
                bytes.position(start + (length + 8) / 8 * 8);
            }
            BytePath path = BytePath.of(name);
            names.add(path);
            if ((mode & TYPE) == SUBMODULE) {
                submodules.add(path);
            }
            return name;
        }

        /** Up to its NUL. */
        private byte[] name() {
            int start = bytes.position();
            int end = start;
            while (bytes.get() != 0) {
                end++;
            }
            byte[] name = new byte[end - start];
            bytes.get(start, name);
            return name;
        }

        /** As the name before, except for so many bytes at its end, and with others in their place. */
        private byte[] compressedName(byte[] before) {
            int kept = before.length - dropped();
            byte[] rest = name();
            if (kept < 0 || kept > before.length) {
                throw new IllegalArgumentException("more is dropped than there is");
            }
            ByteBuffer name = ByteBuffer.allocate(kept + rest.length);
            return name.put(before, 0, kept).put(rest).array();
        }

        /** A number as in the deltas of a pack: seven bits a byte, and no number has two forms. */
        private int dropped() {
            int next = bytes.get();
            int value = next & 0x7f;
            while (next < 0) {
                next = bytes.get();
                value = ((value + 1) << 7) | (next & 0x7f);
            }
            return value;
        }

        /** Do only extensions and the hash follow, and does none of them say that names are missing? */
        private boolean isWhole() {
            while (bytes.remaining() > hashSize) {
                int signature = bytes.getInt();
                int size = bytes.getInt();
                if (signature == SPLIT || size < 0 || size > bytes.remaining()) {
                    return false;
                }
                bytes.position(bytes.position() + size);
            }
            return bytes.remaining() == hashSize;
        }
    }
}
