package io.github.syscallmaven.testing.kernel;

import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.NativeBuffer;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Block functions as RFC 1321 and FIPS 180-4 write them down, word by word, with nothing in common with the stub's.
 * Constants are computed and not copied.
 */
public final class ReferenceBlocks implements BlockFunctions {
    private static final int[][] MD5_SHIFTS = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    private static final int[] MD5_FIRST = {0, 1, 5, 0};
    private static final int[] MD5_STEP = {1, 5, 3, 7};
    private static final int[] SHA1_K = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
    private static final long[] CUBE_ROOTS = cubeRoots(80);

    @Override
    public boolean has(BlockDigest digest) {
        return true;
    }

    @Override
    public void take(BlockDigest digest, NativeBuffer state, NativeBuffer data, int from, int blocks) {
        ByteBuffer words = state.bytes().duplicate().order(ByteOrder.nativeOrder());
        ByteBuffer message = data.bytes().duplicate().order(digest.order());
        for (int at = from; at < from + blocks * digest.blockSize(); at += digest.blockSize()) {
            if (digest == BlockDigest.SHA512) {
                long[] h = new long[8];
                words.rewind().asLongBuffer().get(h);
                sha512(h, message, at);
                words.rewind().asLongBuffer().put(h);
            } else {
                int[] h = new int[digest.stateSize() / Integer.BYTES];
                words.rewind().asIntBuffer().get(h);
                block(digest, h, message, at);
                words.rewind().asIntBuffer().put(h);
            }
        }
    }

    private static void block(BlockDigest digest, int[] h, ByteBuffer message, int at) {
        switch (digest) {
            case MD5 -> md5(h, message, at);
            case SHA1 -> sha1(h, message, at);
            default -> sha256(h, message, at);
        }
    }

    private static void md5(int[] h, ByteBuffer x, int at) {
        int a = h[0];
        int b = h[1];
        int c = h[2];
        int d = h[3];
        for (int i = 0; i < 64; i++) {
            int round = i / 16;
            int f = switch (round) {
                case 0 -> (b & c) | (~b & d);
                case 1 -> (b & d) | (c & ~d);
                case 2 -> b ^ c ^ d;
                default -> c ^ (b | ~d);
            };
            int k = (MD5_FIRST[round] + MD5_STEP[round] * i) % 16;
            int t = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * (1L << 32));
            int next = b + Integer.rotateLeft(a + f + x.getInt(at + 4 * k) + t, MD5_SHIFTS[round][i % 4]);
            a = d;
            d = c;
            c = b;
            b = next;
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
    }

    private static void sha1(int[] h, ByteBuffer message, int at) {
        int[] w = new int[80];
        for (int t = 0; t < 80; t++) {
            w[t] = t < 16
                    ? message.getInt(at + 4 * t)
                    : Integer.rotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
        }
        int a = h[0];
        int b = h[1];
        int c = h[2];
        int d = h[3];
        int e = h[4];
        for (int t = 0; t < 80; t++) {
            int f = switch (t / 20) {
                case 0 -> (b & c) ^ (~b & d);
                case 2 -> (b & c) ^ (b & d) ^ (c & d);
                default -> b ^ c ^ d;
            };
            int next = Integer.rotateLeft(a, 5) + f + e + SHA1_K[t / 20] + w[t];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = next;
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
        h[4] += e;
    }

    private static void sha256(int[] h, ByteBuffer message, int at) {
        int[] w = new int[64];
        for (int t = 0; t < 64; t++) {
            w[t] = t < 16
                    ? message.getInt(at + 4 * t)
                    : (rotated(w[t - 2], 17, 19) ^ w[t - 2] >>> 10)
                            + w[t - 7]
                            + (rotated(w[t - 15], 7, 18) ^ w[t - 15] >>> 3)
                            + w[t - 16];
        }
        int[] v = h.clone();
        for (int t = 0; t < 64; t++) {
            int t1 = v[7]
                    + (rotated(v[4], 6, 11) ^ Integer.rotateRight(v[4], 25))
                    + ((v[4] & v[5]) ^ (~v[4] & v[6]))
                    + (int) (CUBE_ROOTS[t] >>> 32)
                    + w[t];
            int t2 = (rotated(v[0], 2, 13) ^ Integer.rotateRight(v[0], 22))
                    + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            System.arraycopy(v, 0, v, 1, 7);
            v[4] += t1;
            v[0] = t1 + t2;
        }
        for (int i = 0; i < 8; i++) {
            h[i] += v[i];
        }
    }

    private static int rotated(int x, int once, int again) {
        return Integer.rotateRight(x, once) ^ Integer.rotateRight(x, again);
    }

    private static void sha512(long[] h, ByteBuffer message, int at) {
        long[] w = new long[80];
        for (int t = 0; t < 80; t++) {
            w[t] = t < 16
                    ? message.getLong(at + 8 * t)
                    : (rotated(w[t - 2], 19, 61) ^ w[t - 2] >>> 6)
                            + w[t - 7]
                            + (rotated(w[t - 15], 1, 8) ^ w[t - 15] >>> 7)
                            + w[t - 16];
        }
        long[] v = h.clone();
        for (int t = 0; t < 80; t++) {
            long t1 = v[7]
                    + (rotated(v[4], 14, 18) ^ Long.rotateRight(v[4], 41))
                    + ((v[4] & v[5]) ^ (~v[4] & v[6]))
                    + CUBE_ROOTS[t]
                    + w[t];
            long t2 = (rotated(v[0], 28, 34) ^ Long.rotateRight(v[0], 39))
                    + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            System.arraycopy(v, 0, v, 1, 7);
            v[4] += t1;
            v[0] = t1 + t2;
        }
        for (int i = 0; i < 8; i++) {
            h[i] += v[i];
        }
    }

    private static long rotated(long x, int once, int again) {
        return Long.rotateRight(x, once) ^ Long.rotateRight(x, again);
    }

    /** The first 64 bits of the fractional parts of the cube roots of the first primes: FIPS 180-4, 4.2.3. */
    private static long[] cubeRoots(int count) {
        long[] roots = new long[count];
        BigInteger prime = BigInteger.ONE;
        for (int i = 0; i < count; i++) {
            prime = prime.nextProbablePrime();
            BigInteger cube = prime.shiftLeft(3 * Long.SIZE);
            BigInteger root = BigInteger.ZERO;
            for (int bit = Long.SIZE + 3; bit >= 0; bit--) {
                BigInteger larger = root.setBit(bit);
                root = larger.pow(3).compareTo(cube) <= 0 ? larger : root;
            }
            roots[i] = root.longValue();
        }
        return roots;
    }
}
