package io.github.syscallmaven.syscall.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.Pointer;
import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.kernel.ReferenceBlocks;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions as they are in the stub, in all states that there are, against those that the standards write down. */
class BlockFunctionsTest {
    private static final int CANARY = 64;
    private static final int MOST_BLOCKS = 20;

    private final BlockFunctions functions = TestKernel.blockFunctions();
    private final BlockFunctions reference = new ReferenceBlocks();
    private final Random random = new Random(Seed.next());

    @ParameterizedTest
    @EnumSource
    void anyStateTakesInAnyBlocksAtAnyAddress(BlockDigest digest) {
        requireOf(digest);
        for (int round = 0; round < 2_000; round++) {
            assertLikeReference(digest, random);
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsDoNotDisturbEachOther(BlockDigest digest) throws Exception {
        requireOf(digest);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Random own = new Random(random.nextLong());
                tasks.add(() -> {
                    for (int round = 0; round < 300; round++) {
                        assertLikeReference(digest, own);
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Nothing changes but the state: neither what is behind it nor the data. */
    private void assertLikeReference(BlockDigest digest, Random random) {
        NativeBuffer state = randomBytes(digest.stateSize() + CANARY, random);
        NativeBuffer data = randomBytes(MOST_BLOCKS * digest.blockSize() + 63, random);
        NativeBuffer expectedState = copy(state);
        byte[] expectedData = bytes(data);
        int blocks = random.nextInt(MOST_BLOCKS + 1);
        int from = random.nextInt(data.size() - blocks * digest.blockSize() + 1);
        reference.take(digest, expectedState, data, from, blocks);

        functions.take(digest, state, data, from, blocks);

        assertThat(bytes(state)).as("%d blocks from %d", blocks, from).isEqualTo(bytes(expectedState));
        assertThat(bytes(data)).isEqualTo(expectedData);
    }

    @ParameterizedTest
    @EnumSource
    void noBlockLeavesTheStateAsItIs(BlockDigest digest) {
        requireOf(digest);
        NativeBuffer state = randomBytes(digest.stateSize(), random);
        byte[] before = bytes(state);

        functions.take(digest, state, NativeBuffer.allocate(1), 1, 0);

        assertThat(bytes(state)).isEqualTo(before);
        assertThat(MappedBlockFunctions.call(digest, state.address(), 0, 0)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nothingBesideTheArgumentsIsTouched(BlockDigest digest) {
        requireOf(digest);
        int length = 3 * digest.blockSize();
        try (GuardedMemory states = GuardedMemory.writable(GuardedMemory.PAGE);
                GuardedMemory data = GuardedMemory.readOnly(GuardedMemory.PAGE)) {
            for (long state : new long[] {states.address(), states.end() - digest.stateSize()}) {
                for (long from : new long[] {data.address(), data.end() - length}) {
                    new Pointer(state).write(0, digest.initialState(), 0, digest.stateSize());
                    NativeBuffer expected = NativeBuffer.allocate(digest.stateSize());
                    expected.bytes().put(0, digest.initialState());
                    reference.take(digest, expected, NativeBuffer.allocate(length), 0, 3);

                    long end = MappedBlockFunctions.call(digest, state, from, 3);

                    assertThat(end).isEqualTo(from + length);
                    assertThat(new Pointer(state).getByteArray(0, digest.stateSize()))
                            .isEqualTo(bytes(expected));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void buffersThatAreTooSmallAreRefusedBeforeAnythingIsRead(BlockDigest digest) {
        NativeBuffer state = randomBytes(digest.stateSize(), random);
        byte[] before = bytes(state);
        NativeBuffer data = NativeBuffer.allocate(2 * digest.blockSize());
        NativeBuffer small = NativeBuffer.allocate(digest.stateSize() - 1);

        assertRefused(digest, small, data, 0, 1);
        assertRefused(digest, state, data, 1, 2);
        assertRefused(digest, state, data, -1, 1);
        assertRefused(digest, state, data, 0, -1);
        assertRefused(digest, state, data, 0, Integer.MAX_VALUE);
        assertRefused(digest, state, data, 0, 1 << 26);
        assertRefused(digest, state, data, data.size() + 1, 0);
        assertThat(bytes(state)).isEqualTo(before);
    }

    private void assertRefused(BlockDigest digest, NativeBuffer state, NativeBuffer data, int from, int blocks) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> functions.take(digest, state, data, from, blocks));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCpuLacksIsNotCalled(BlockDigest digest) {
        NativeBuffer state = NativeBuffer.allocate(digest.stateSize());
        NativeBuffer data = NativeBuffer.allocate(digest.blockSize());
        BlockFunctions none = new MappedBlockFunctions(this, Set.of());

        for (BlockFunctions lacking : List.of(none, BlockFunctions.NONE)) {
            assertThat(lacking.has(digest)).isFalse();
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> lacking.take(digest, state, data, 0, 1))
                    .withMessageContaining(digest.name());
        }
    }

    private void requireOf(BlockDigest digest) {
        Prerequisite.require(functions.has(digest), "this CPU has no instructions for " + digest);
    }

    private static NativeBuffer randomBytes(int size, Random random) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        NativeBuffer buffer = NativeBuffer.allocate(size);
        buffer.bytes().put(0, bytes);
        return buffer;
    }

    private static NativeBuffer copy(NativeBuffer buffer) {
        NativeBuffer copy = NativeBuffer.allocate(buffer.size());
        copy.bytes().put(0, bytes(buffer));
        return copy;
    }

    private static byte[] bytes(NativeBuffer buffer) {
        byte[] bytes = new byte[buffer.size()];
        buffer.bytes().get(0, bytes);
        return bytes;
    }
}
