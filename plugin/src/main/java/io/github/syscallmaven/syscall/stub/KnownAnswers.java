package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.stub.image.StubException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Tests newly loaded block functions with one message of two blocks each. */
final class KnownAnswers {
    private static final byte END_OF_MESSAGE = (byte) 0x80;
    private static final int BLOCKS = 2;

    private KnownAnswers() {}

    /** Messages and digests are the examples of RFC 1321, A.5, and FIPS 180-2, A.2, B.2 and C.2. */
    static void check(BlockFunctions functions) throws StubException {
        check(
                functions,
                BlockDigest.MD5,
                "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
                "57edf4a22be3c955ac49da2e2107b67a");
        check(
                functions,
                BlockDigest.SHA1,
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
        check(
                functions,
                BlockDigest.SHA256,
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        check(
                functions,
                BlockDigest.SHA512,
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrst"
                        + "nopqrstu",
                "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
                        + "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909");
    }

    private static void check(BlockFunctions functions, BlockDigest digest, String message, String expected)
            throws StubException {
        if (!functions.has(digest)) {
            return;
        }
        NativeBuffer state = NativeBuffer.allocate(digest.stateSize());
        state.bytes().put(digest.initialState());
        NativeBuffer data = NativeBuffer.allocate(BLOCKS * digest.blockSize());
        data.bytes().order(digest.order());
        data.bytes().put(message.getBytes(StandardCharsets.US_ASCII)).put(END_OF_MESSAGE);
        // The upper half of the length, if it has one, is zero.
        int at = data.size() - Long.BYTES;
        data.bytes().putLong(at, (long) message.length() * Byte.SIZE);
        functions.take(digest, state, data, 0, BLOCKS);
        String actual = HexFormat.of().formatHex(digest.result(state, digest.stateSize()));
        if (!actual.equals(expected)) {
            throw SelfTest.refusal(digest + " of a known message", actual, expected);
        }
    }
}
