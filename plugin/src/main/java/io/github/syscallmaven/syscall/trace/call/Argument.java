package io.github.syscallmaven.syscall.trace.call;

import io.github.syscallmaven.syscall.KernelConstants;
import java.util.Map;

/** How one argument of a call is shown; what cannot be decoded is shown as the number it is. */
@FunctionalInterface
interface Argument {
    void append(StringBuilder line, TracedCall call, int index);

    static void descriptor(StringBuilder line, TracedCall call, int index) {
        line.append((int) call.argument(index));
    }

    static void directory(StringBuilder line, TracedCall call, int index) {
        if ((int) call.argument(index) == KernelConstants.AT_FDCWD) {
            line.append("AT_FDCWD");
        } else {
            descriptor(line, call, index);
        }
    }

    static void signed(StringBuilder line, TracedCall call, int index) {
        line.append(call.argument(index));
    }

    static void unsigned(StringBuilder line, TracedCall call, int index) {
        line.append(Long.toUnsignedString(call.argument(index)));
    }

    /** A user's or group's number, -1 for none. */
    static void id(StringBuilder line, TracedCall call, int index) {
        int id = (int) call.argument(index);
        line.append(id == -1 ? "-1" : Integer.toUnsignedString(id));
    }

    static void mode(StringBuilder line, TracedCall call, int index) {
        octal(line, call.argument(index) & 0xffff);
    }

    static void hex(StringBuilder line, TracedCall call, int index) {
        hex(line, call.argument(index));
    }

    static void address(StringBuilder line, TracedCall call, int index) {
        address(line, call.argument(index));
    }

    static Argument flags(FlagNames names) {
        return (line, call, index) -> names.append(line, Integer.toUnsignedLong((int) call.argument(index)));
    }

    /** A number that stands for a name; {@code unknown} is shown beside one that does not. */
    static Argument oneOf(String unknown, Map<Integer, String> names) {
        return (line, call, index) -> {
            int value = (int) call.argument(index);
            String name = names.get(value);
            line.append(name != null ? name : "0x" + Integer.toHexString(value) + " /* " + unknown + " */");
        };
    }

    static void hex(StringBuilder line, long value) {
        line.append(value == 0 ? "" : "0x").append(Long.toHexString(value));
    }

    static void address(StringBuilder line, long value) {
        if (value == 0) {
            line.append("NULL");
        } else {
            hex(line, value);
        }
    }

    /** As C's {@code %#03o}. */
    static void octal(StringBuilder line, long value) {
        String digits = "0" + Long.toOctalString(value);
        line.append(digits.length() < 3 ? "0" : "").append(digits);
    }
}
