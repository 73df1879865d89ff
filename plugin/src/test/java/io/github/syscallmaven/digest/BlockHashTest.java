package io.github.syscallmaven.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.kernel.ReferenceBlocks;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BlockHashTest {
    private static final int LONGEST = 5_000;

    private final BlockFunctions functions = TestKernel.blockFunctions();
    private final Random random = new Random(Seed.next());

    // RFC 1321, A.5; the examples of FIPS 180-2 and 180-4 on csrc.nist.gov: "abc", two blocks, and a million times "a".
    @ParameterizedTest
    @CsvSource({
        "MD5, '', d41d8cd98f00b204e9800998ecf8427e",
        "MD5, a, 0cc175b9c0f1b6a831c399e269772661",
        "MD5, abc, 900150983cd24fb0d6963f7d28e17f72",
        "MD5, message digest, f96b697d7cb7938d525a2f31aaf161d0",
        "MD5, abcdefghijklmnopqrstuvwxyz, c3fcd3d76192e4007dfb496cca67e13b",
        "MD5, ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, d174ab98d277d9f5a5611c2c9f419d9f",
        "MD5, 12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                + " 57edf4a22be3c955ac49da2e2107b67a",
        "SHA_1, abc, a9993e364706816aba3e25717850c26c9cd0d89d",
        "SHA_1, abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, 84983e441c3bd26ebaae4aa1f95129e5e54670f1",
        "SHA_1, million, 34aa973cd4c4daa4f61eeb2bdbad27316534016f",
        "SHA_224, abc, 23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
        "SHA_224, abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
                + " 75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525",
        "SHA_224, million, 20794655980c91d8bbb4c1ea97618a4bf03f42581948b2ee4ee7ad67",
        "SHA_256, abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "SHA_256, abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
                + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        "SHA_256, million, cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        "SHA_384, abc,"
                + " cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        "SHA_384, long,"
                + " 09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039",
        "SHA_384, million,"
                + " 9d0e1809716474cb086e834e310a4a1ced149e9c00f248527972cec5704c2a5b07b8b3dc38ecc4ebae97ddd87f3d8985",
        "SHA_512, abc,"
                + " ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "SHA_512, long,"
                + " 8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909",
        "SHA_512, million,"
                + " e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973ebde0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b",
        "SHA_512_224, abc, 4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa",
        "SHA_512_224, long, 23fec5bb94d60b23308192640b0c453335d664734fe40e7268674af9",
        "SHA_512_256, abc, 53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23",
        "SHA_512_256, long, 3928e184fb8690f840da3988121d31be65cb9d3ef83ee6146feac861e19b563a",
    })
    void examplesOfTheStandards(BlockVariant variant, String message, String digest) {
        byte[] bytes = switch (message) {
            case "million" -> "a".repeat(1_000_000).getBytes(US_ASCII);
            case "long" ->
                ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                                + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")
                        .getBytes(US_ASCII);
            default -> message.getBytes(US_ASCII);
        };
        assertThat(digest(new BlockHash(variant, new ReferenceBlocks()), ByteBuffer.wrap(bytes)))
                .hasToString(digest);
        BlockHash hash = hash(variant);
        assertThat(digest(hash, ByteBuffer.wrap(bytes))).hasToString(digest);
        assertThat(digest(hash, direct(bytes, 0))).as("starts afresh").hasToString(digest);
    }

    @ParameterizedTest
    @EnumSource
    void everyLength(BlockVariant variant) throws Exception {
        byte[] bytes = randomBytes(LONGEST);
        ByteBuffer direct = direct(bytes, 0);
        BlockHash hash = hash(variant);
        MessageDigest jdk = MessageDigest.getInstance(variant.algorithm());
        for (int length = 0; length <= LONGEST; length++) {
            jdk.update(bytes, 0, length);
            Digest expected = Digest.of(jdk.digest());
            assertThat(digest(hash, direct.duplicate().limit(length)))
                    .as("%d bytes, direct", length)
                    .isEqualTo(expected);
            assertThat(digest(hash, ByteBuffer.wrap(bytes, 0, length)))
                    .as("%d bytes, on the heap", length)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSplitAtEveryPlace(BlockVariant variant) throws Exception {
        byte[] bytes = randomBytes(2 * LONGEST);
        ByteBuffer direct = direct(bytes, 0);
        BlockHash hash = hash(variant);
        for (int length : new int[] {300, 2 * LONGEST}) {
            Digest expected = ofJdk(variant, Arrays.copyOf(bytes, length));
            for (int split = 0; split <= length; split++) {
                hash.update(direct.duplicate().limit(split));
                assertThat(digest(hash, direct.duplicate().limit(length).position(split)))
                        .as("%d bytes, split at %d", length, split)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyPiecesOfAnyBuffersAtAnyAddress(BlockVariant variant) throws Exception {
        BlockHash hash = hash(variant);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = randomBytes(random.nextInt(60_000));
            byte[] before = bytes.clone();
            ByteBuffer direct = direct(bytes, random.nextInt(64));
            int from = random.nextInt(64);
            byte[] shifted = new byte[from + bytes.length];
            System.arraycopy(bytes, 0, shifted, from, bytes.length);
            ByteBuffer heap = ByteBuffer.wrap(shifted, from, bytes.length).slice();
            for (int at = 0; at < bytes.length; ) {
                int end = Math.min(bytes.length, at + random.nextInt(random.nextBoolean() ? 20_000 : 100));
                ByteBuffer piece = (random.nextBoolean() ? direct : heap)
                        .duplicate()
                        .limit(end)
                        .position(at);
                piece = random.nextBoolean() ? piece.asReadOnlyBuffer() : piece;
                piece = random.nextBoolean() ? piece.slice() : piece;
                hash.update(piece);
                assertThat(piece.hasRemaining()).isFalse();
                at = end;
            }
            assertThat(hash.digest()).as("round %d", round).isEqualTo(ofJdk(variant, bytes));
            assertThat(direct).isEqualTo(ByteBuffer.wrap(before));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("stress")
    void tenMillionMessages(BlockVariant variant) throws Exception {
        int messages = 10_000_000 / BlockVariant.values().length;
        byte[] bytes = new byte[700];
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
        BlockHash hash = hash(variant);
        MessageDigest jdk = MessageDigest.getInstance(variant.algorithm());
        for (int message = 0; message < messages; message++) {
            int length = random.nextInt(message % 16 == 0 ? bytes.length : 80);
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (bytes[i] * 31 + message + i);
            }
            direct.clear().put(bytes, 0, length).flip();
            int split = length == 0 ? 0 : message % length;
            jdk.update(bytes, 0, length);
            hash.update(direct.duplicate().limit(split));
            hash.update(direct.position(split));
            if (!hash.digest().equals(Digest.of(jdk.digest()))) {
                throw new AssertionError("message " + message + " of " + length + " bytes");
            }
        }
    }

    /** Lengths whose bits, and then whose bytes, need more than 32 bits. */
    @ParameterizedTest
    @CsvSource({"MD5, 2", "MD5, 5", "SHA_1, 2", "SHA_1, 5", "SHA_256, 2", "SHA_256, 5", "SHA_512, 2", "SHA_512, 5"})
    @Tag("stress")
    void messagesOfGigabytes(BlockVariant variant, int gigabytes) throws Exception {
        byte[] bytes = randomBytes(1_000_003);
        ByteBuffer direct = direct(bytes, 1);
        BlockHash hash = hash(variant);
        MessageDigest jdk = MessageDigest.getInstance(variant.algorithm());
        for (long at = 0; at < gigabytes * 1_000_000_000L; at += bytes.length) {
            hash.update(direct.duplicate());
            jdk.update(bytes);
        }
        assertThat(hash.digest()).isEqualTo(Digest.of(jdk.digest()));
    }

    private BlockHash hash(BlockVariant variant) {
        Prerequisite.require(functions.has(variant.digest()), "this CPU has no instructions for " + variant.digest());
        return new BlockHash(variant, functions);
    }

    private static Digest digest(Hash hash, ByteBuffer bytes) {
        hash.update(bytes);
        return hash.digest();
    }

    private static Digest ofJdk(BlockVariant variant, byte[] bytes) throws Exception {
        return Digest.of(MessageDigest.getInstance(variant.algorithm()).digest(bytes));
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** These bytes, so far from an address that is aligned. */
    private static ByteBuffer direct(byte[] bytes, int from) {
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(bytes.length + from).position(from).slice();
        return buffer.put(bytes).flip();
    }
}
