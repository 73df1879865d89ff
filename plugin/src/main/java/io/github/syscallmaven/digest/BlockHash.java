package io.github.syscallmaven.digest;

import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.NativeBuffer;
import java.nio.ByteBuffer;

/**
 * A hash by a block function of the stub. It has full speed from the first byte, while the JVM first has to compile the
 * JDK's digests, for some hundred milliseconds.
 */
final class BlockHash implements Hash {
    /** In bytes, whole blocks of each digest. To copy fewer costs less than to ask for a buffer's address. */
    private static final int STAGE = 4096;

    private static final byte END_OF_MESSAGE = (byte) 0x80;
    private static final byte[] ZEROS = new byte[128];

    private final BlockVariant variant;
    private final BlockFunctions functions;
    private final int blockSize;
    private final NativeBuffer state;

    /** What is yet to be taken in, from its start to its position; behind STAGE there is room for the padding. */
    private final NativeBuffer stage;

    private final ByteBuffer staged;

    /** In bytes. */
    private long length;

    /** {@code functions} must have that of the variant. */
    BlockHash(BlockVariant variant, BlockFunctions functions) {
        this.variant = variant;
        this.functions = functions;
        this.blockSize = variant.digest().blockSize();
        this.state = NativeBuffer.allocate(variant.digest().stateSize());
        this.stage = NativeBuffer.allocate(STAGE + 2 * blockSize);
        this.staged = stage.bytes().order(variant.digest().order());
        reset();
    }

    private void reset() {
        state.bytes().put(0, variant.initialState());
        staged.clear();
        length = 0;
    }

    @Override
    public void update(ByteBuffer bytes) {
        length += bytes.remaining();
        while (bytes.hasRemaining()) {
            boolean direct = bytes.isDirect() && bytes.remaining() >= STAGE;
            if (direct && staged.position() == 0) {
                takeDirect(bytes);
            } else {
                // Up to the end of a block only, if the rest can go without a copy.
                int room = direct ? -staged.position() & (blockSize - 1) : STAGE - staged.position();
                stage(bytes, Math.min(room, bytes.remaining()));
                if (direct || staged.position() == STAGE) {
                    takeStaged();
                }
            }
        }
    }

    private void takeDirect(ByteBuffer bytes) {
        int blocks = bytes.remaining() / blockSize;
        functions.take(variant.digest(), state, NativeBuffer.of(bytes), bytes.position(), blocks);
        bytes.position(bytes.position() + blocks * blockSize);
    }

    private void stage(ByteBuffer bytes, int count) {
        staged.put(staged.position(), bytes, bytes.position(), count);
        staged.position(staged.position() + count);
        bytes.position(bytes.position() + count);
    }

    /** All of it, which are whole blocks. */
    private void takeStaged() {
        functions.take(variant.digest(), state, stage, 0, staged.position() / blockSize);
        staged.clear();
    }

    /** RFC 1321, 3.1 and 3.2; FIPS 180-4, 5.1. */
    @Override
    public Digest digest() {
        staged.put(END_OF_MESSAGE);
        staged.put(ZEROS, 0, -(staged.position() + variant.digest().lengthSize()) & (blockSize - 1));
        if (variant.digest().lengthSize() > Long.BYTES) {
            staged.putLong(length >>> (Long.SIZE - 3));
        }
        staged.putLong(length << 3);
        takeStaged();
        Digest digest = Digest.of(variant.digest().result(state, variant.length()));
        reset();
        return digest;
    }

    @Override
    public String computedBy() {
        return "the plugin's stub";
    }
}
