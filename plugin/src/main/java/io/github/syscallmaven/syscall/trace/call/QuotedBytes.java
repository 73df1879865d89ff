package io.github.syscallmaven.syscall.trace.call;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Bytes as strace shows them: ASCII between double quotes, with C's escapes. */
final class QuotedBytes {
    private static final String ESCAPED = "\"\\\n\t\r\f\u000b";
    private static final String ESCAPES = "\"\\ntrfv";

    private QuotedBytes() {}

    /** The first bytes, what is not printable as the shortest octal number that cannot be misread. */
    static void append(StringBuilder line, ByteBuffer bytes, int count) {
        line.append('"');
        for (int i = 0; i < count; i++) {
            int b = Byte.toUnsignedInt(bytes.get(i));
            int escape = ESCAPED.indexOf(b);
            if (escape >= 0) {
                line.append('\\').append(ESCAPES.charAt(escape));
            } else if (b >= ' ' && b < 0x7f) {
                line.append((char) b);
            } else {
                appendOctal(line, b, i + 1 < count && isOctalDigit(bytes.get(i + 1)));
            }
        }
        line.append('"');
    }

    private static void appendOctal(StringBuilder line, int b, boolean digitFollows) {
        String octal = Integer.toOctalString(b);
        line.append('\\')
                .append("0".repeat(digitFollows ? 3 - octal.length() : 0))
                .append(octal);
    }

    private static boolean isOctalDigit(byte b) {
        return b >= '0' && b <= '7';
    }

    /** The first bytes, each as {@code \xhh}, which strace does where no text is to be expected. */
    static void appendHex(StringBuilder line, ByteBuffer bytes, int count) {
        line.append('"');
        for (int i = 0; i < count; i++) {
            line.append("\\x").append(HexFormat.of().toHexDigits(bytes.get(i)));
        }
        line.append('"');
    }
}
