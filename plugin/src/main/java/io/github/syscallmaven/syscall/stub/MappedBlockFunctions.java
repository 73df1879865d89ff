package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.NativeBuffer;
import java.lang.ref.Reference;
import java.util.Objects;
import java.util.Set;

/** The block functions of the stub, mapped directly. A class of its own, as not every stub has them. */
final class MappedBlockFunctions implements BlockFunctions {
    /** What they are mapped for as long as it is reachable. */
    private final Object stub;

    private final Set<BlockDigest> usable;

    /** {@code usable} are those that this CPU has the instructions for; any other would end the JVM. */
    MappedBlockFunctions(Object stub, Set<BlockDigest> usable) {
        this.stub = stub;
        this.usable = usable;
    }

    @Override
    public boolean has(BlockDigest digest) {
        return usable.contains(digest);
    }

    @Override
    public void take(BlockDigest digest, NativeBuffer state, NativeBuffer data, int from, int blocks) {
        Objects.checkFromIndexSize(0, digest.stateSize(), state.size());
        Objects.checkIndex(blocks, Integer.MAX_VALUE / digest.blockSize());
        Objects.checkFromIndexSize(from, blocks * digest.blockSize(), data.size());
        if (!has(digest)) {
            throw new UnsupportedOperationException("this CPU does not have the instructions for " + digest);
        }
        try {
            call(digest, state.address(), data.address() + from, blocks);
        } finally {
            Reference.reachabilityFence(data);
            Reference.reachabilityFence(state);
            Reference.reachabilityFence(stub);
        }
    }

    /** The function itself; the result is the end of the last block. */
    static long call(BlockDigest digest, long state, long data, long blocks) {
        return switch (digest) {
            case MD5 -> md5_blocks(state, data, blocks);
            case SHA1 -> sha1_blocks(state, data, blocks);
            case SHA256 -> sha256_blocks(state, data, blocks);
            case SHA512 -> sha512_blocks(state, data, blocks);
        };
    }

    private static native long md5_blocks(long state, long data, long blocks);

    private static native long sha1_blocks(long state, long data, long blocks);

    private static native long sha256_blocks(long state, long data, long blocks);

    private static native long sha512_blocks(long state, long data, long blocks);
}
