package io.github.syscallmaven.checksum.list.write;

import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;

/** The content of a sidecar. */
public enum SidecarStyle {
    /** Digest, two blanks, name, LF: what {@code sha256sum x} writes, so that {@code sha256sum -c x.sha256} works. */
    NAMED {
        @Override
        public byte[] text(Digest digest, BytePath name) {
            return LineWriter.untagged(digest, name);
        }
    },

    /** The digest and nothing else, no LF either: byte by byte what Maven itself puts into repositories. */
    BARE {
        @Override
        public byte[] text(Digest digest, BytePath name) {
            return digest.toHex();
        }
    };

    /** The content of the sidecar of the file of this name, which should be its last part only. */
    public abstract byte[] text(Digest digest, BytePath name);
}
