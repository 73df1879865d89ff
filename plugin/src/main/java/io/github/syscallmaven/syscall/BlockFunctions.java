package io.github.syscallmaven.syscall;

/** The functions by which digests take in blocks, as far as there are any. Safe for use by many threads. */
public interface BlockFunctions {
    /** Those of a stub that is not there. */
    BlockFunctions NONE = new NoBlockFunctions();

    /** Whether the stub has this function, and this CPU the instructions that it is made of. */
    boolean has(BlockDigest digest);

    /**
     * Takes in blocks.
     *
     * @param state at the start of this buffer, as the standard has it, its words in the order of this CPU
     * @param data the blocks, from the byte {@code from} of this buffer on, which may be any
     * @param blocks how many; 0 leaves the state as it is
     * @throws IndexOutOfBoundsException when a buffer has no room for that; nothing is read or written then
     * @throws UnsupportedOperationException when there is no such function here
     */
    void take(BlockDigest digest, NativeBuffer state, NativeBuffer data, int from, int blocks);
}
