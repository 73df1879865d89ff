package io.github.syscallmaven.digest;

import java.nio.ByteBuffer;

/**
 * The checksum of {@code cksum} (POSIX.1-2017, XCU cksum, "EXTENDED DESCRIPTION"): a CRC of 32 bits with the polynomial
 * of Ethernet, the most significant bit first, beginning with 0; the bytes are followed by their number, the least
 * significant byte first, in as few bytes as it needs; the result is complemented.
 */
final class PosixCrcHash implements Hash {
    private static final int POLYNOMIAL = 0x04c11db7;
    private static final int[] TABLE = table();
    private static final int PIECE = 1 << 13;

    private final byte[] piece = new byte[PIECE];
    private int crc;
    private long size;

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = crc << 1 ^ (crc < 0 ? POLYNOMIAL : 0);
            }
            table[i] = crc;
        }
        return table;
    }

    @Override
    public void update(ByteBuffer bytes) {
        size += bytes.remaining();
        while (bytes.hasRemaining()) {
            int count = Math.min(PIECE, bytes.remaining());
            bytes.get(piece, 0, count);
            for (int i = 0; i < count; i++) {
                crc = next(crc, piece[i]);
            }
        }
    }

    private static int next(int crc, int b) {
        return crc << Byte.SIZE ^ TABLE[(crc >>> 24 ^ b) & 0xff];
    }

    @Override
    public Digest digest() {
        for (long rest = size; rest != 0; rest >>>= Byte.SIZE) {
            crc = next(crc, (int) rest);
        }
        Digest digest = Digest.ofNumber(~crc & 0xffff_ffffL, Integer.BYTES);
        crc = 0;
        size = 0;
        return digest;
    }
}
