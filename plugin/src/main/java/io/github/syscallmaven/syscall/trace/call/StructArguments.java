package io.github.syscallmaven.syscall.trace.call;

import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.OpenHow;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.Utsname;
import io.github.syscallmaven.syscall.arch.Arch;
import java.nio.ByteBuffer;
import java.util.Map;

/** Arguments that are addresses of structures: the fields that strace shows without -v. */
final class StructArguments {
    private static final int STATX_MASK = 0;
    private static final int STATX_ATTRIBUTES = 8;
    private static final int SET_ID_AND_STICKY = 07000;
    private static final int PROGRAM_SIZE = 16;
    private static final int SET_MODE_FILTER = 1;

    private static final FlagNames MODE_BITS = FlagNames.of(
            "", FlagNames.flag("S_ISUID", 04000), FlagNames.flag("S_ISGID", 02000), FlagNames.flag("S_ISVTX", 01000));

    private static final Map<Integer, String> FILE_TYPES = Map.of(
            KernelConstants.S_IFIFO, "S_IFIFO",
            KernelConstants.S_IFCHR, "S_IFCHR",
            KernelConstants.S_IFDIR, "S_IFDIR",
            KernelConstants.S_IFBLK, "S_IFBLK",
            KernelConstants.S_IFREG, "S_IFREG",
            KernelConstants.S_IFLNK, "S_IFLNK",
            KernelConstants.S_IFSOCK, "S_IFSOCK");

    private StructArguments() {}

    /** Appends the fields of a structure that lies at the start of these bytes. */
    private interface Fields {
        void append(StringBuilder line, ByteBuffer bytes);
    }

    private static void struct(StringBuilder line, TracedCall call, int index, int size, Fields fields) {
        if (call.memory().holds(call.argument(index), size)) {
            line.append('{');
            fields.append(line, call.memory().bytes());
            line.append('}');
        } else {
            Argument.address(line, call, index);
        }
    }

    private static void result(StringBuilder line, TracedCall call, int index, int size, Fields fields) {
        if (call.failed()) {
            Argument.address(line, call, index);
        } else {
            struct(line, call, index, size, fields);
        }
    }

    /** struct open_how of the one size that there is. */
    static Argument openHow(FlagNames openFlags) {
        return (line, call, index) -> {
            if (call.argument(index + 1) == OpenHow.SIZE) {
                struct(line, call, index, OpenHow.SIZE, (to, how) -> openHow(to, how, openFlags));
            } else {
                Argument.address(line, call, index);
            }
        };
    }

    private static void openHow(StringBuilder line, ByteBuffer how, FlagNames openFlags) {
        long flags = how.getLong(0);
        long mode = how.getLong(Long.BYTES);
        FlagTables.appendOpen(line.append("flags="), openFlags, flags);
        if (mode != 0 || FlagTables.isModeUsed(flags)) {
            Argument.octal(line.append(", mode="), mode);
        }
        FlagTables.RESOLVE.append(line.append(", resolve="), how.getLong(2 * Long.BYTES));
    }

    static void statx(StringBuilder line, TracedCall call, int index) {
        result(line, call, index, Stat.STATX_SIZE, (to, bytes) -> {
            Stat stat = Stat.ofStatx(call.memory().copy());
            FlagTables.STATX_MASK.append(to.append("stx_mask="), Integer.toUnsignedLong(bytes.getInt(STATX_MASK)));
            FlagTables.STATX_ATTRIBUTES.append(to.append(", stx_attributes="), bytes.getLong(STATX_ATTRIBUTES));
            mode(to.append(", stx_mode="), stat.mode());
            to.append(", stx_size=").append(Long.toUnsignedString(stat.size())).append(", ...");
        });
    }

    static Argument stat(Arch arch) {
        return (line, call, index) -> result(line, call, index, arch.stat().size(), (to, bytes) -> {
            Stat stat = Stat.ofStat(arch, call.memory().copy());
            mode(to.append("st_mode="), stat.mode());
            if (stat.type() == KernelConstants.S_IFCHR || stat.type() == KernelConstants.S_IFBLK) {
                device(to.append(", st_rdev="), bytes.getLong(arch.stat().rdev()));
            } else {
                to.append(", st_size=").append(stat.size());
            }
            to.append(", ...");
        });
    }

    private static void mode(StringBuilder line, int mode) {
        String type = FILE_TYPES.get(mode & KernelConstants.S_IFMT);
        if (type != null) {
            line.append(type).append('|');
        }
        if (type != null && (mode & SET_ID_AND_STICKY) != 0) {
            MODE_BITS.append(line, mode & SET_ID_AND_STICKY);
            line.append('|');
        }
        Argument.octal(line, mode & (type == null ? 0xffff : 0777));
    }

    /** The kernel's {@code new_encode_dev}: minor's low 8 bits, major's 12, minor's other 12. */
    private static void device(StringBuilder line, long device) {
        long major = (device >>> 8) & 0xfff;
        long minor = (device & 0xff) | ((device >>> 12) & 0xfff00);
        Argument.hex(line.append("makedev("), major);
        Argument.hex(line.append(", "), minor);
        line.append(')');
    }

    static void utsname(StringBuilder line, TracedCall call, int index) {
        result(line, call, index, 2 * Utsname.FIELD, (to, bytes) -> {
            field(to.append("sysname="), bytes.slice(0, Utsname.FIELD));
            field(to.append(", nodename="), bytes.slice(Utsname.FIELD, Utsname.FIELD));
            to.append(", ...");
        });
    }

    private static void field(StringBuilder line, ByteBuffer field) {
        int length = 0;
        while (length < Utsname.FIELD && field.get(length) != 0) {
            length++;
        }
        QuotedBytes.append(line, field, length);
    }

    /** struct sock_fprog, when the first argument tells that there is one. */
    static void filter(StringBuilder line, TracedCall call, int index) {
        if (call.argument(0) == SET_MODE_FILTER) {
            struct(line, call, index, PROGRAM_SIZE, (to, program) -> {
                to.append("len=").append(Short.toUnsignedInt(program.getShort(0)));
                Argument.address(to.append(", filter="), program.getLong(Long.BYTES));
            });
        } else {
            Argument.address(line, call, index);
        }
    }
}
