package io.github.syscallmaven.syscall;

/** No block functions: without a stub, and on a CPU whose stub has none. */
final class NoBlockFunctions implements BlockFunctions {
    @Override
    public boolean has(BlockDigest digest) {
        return false;
    }

    @Override
    public void take(BlockDigest digest, NativeBuffer state, NativeBuffer data, int from, int blocks) {
        throw new UnsupportedOperationException("there is no block function for " + digest);
    }
}
