package io.github.syscallmaven.syscall.trace.call;

import java.util.List;

/** The names of the bits of an argument, in the order in which strace shows them; combined bits before their parts. */
record FlagNames(String unknown, List<Flag> flags) {
    /** A name and its bits; one without bits is shown for an argument that is 0. */
    record Flag(String name, long bits) {}

    /** The names, and what stands for bits that have none, such as {@code AT_???}. */
    static FlagNames of(String unknown, Flag... flags) {
        return new FlagNames(unknown, List.of(flags));
    }

    static Flag flag(String name, long bits) {
        return new Flag(name, bits);
    }

    void append(StringBuilder line, long value) {
        append(line, "", value);
    }

    /** The names of flags, after the name of the bits that are a number: access mode, kind of synchronisation. */
    void append(StringBuilder line, String first, long value) {
        int start = line.length();
        line.append(first);
        long left = value;
        for (Flag flag : flags) {
            if (flag.bits == 0 ? value == 0 : (left & flag.bits) == flag.bits) {
                line.append(line.length() == start ? "" : "|").append(flag.name);
                left &= ~flag.bits;
            }
        }
        if (left != 0) {
            appendRest(line, line.length() == start, left);
        } else if (line.length() == start) {
            line.append('0');
        }
    }

    private void appendRest(StringBuilder line, boolean alone, long left) {
        line.append(alone ? "0x" : "|0x").append(Long.toHexString(left));
        if (alone) {
            line.append(" /* ").append(unknown).append(" */");
        }
    }
}
