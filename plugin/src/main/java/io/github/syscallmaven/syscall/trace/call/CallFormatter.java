package io.github.syscallmaven.syscall.trace.call;

import static io.github.syscallmaven.syscall.trace.call.Argument.flags;
import static java.util.Map.entry;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Formats a call as strace 6.1 does, except for what it has read. Calls with an unknown number are formatted as strace
 * does.
 */
public final class CallFormatter {
    private static final int RESULT_COLUMN = 40;

    private static final Argument DESCRIPTOR = Argument::descriptor;
    private static final Argument DIRECTORY = Argument::directory;
    private static final Argument PATH = BufferArguments::path;
    private static final Argument INPUT = BufferArguments::input;
    private static final Argument CONTENT = BufferArguments::content;
    private static final Argument SIGNED = Argument::signed;
    private static final Argument SIZE = Argument::unsigned;
    private static final Argument MODE = Argument::mode;
    private static final Argument ID = Argument::id;
    private static final Argument ADDRESS = Argument::address;
    private static final Argument HEX = Argument::hex;

    private static final Argument ADVICE = Argument.oneOf(
            "POSIX_FADV_???",
            Map.of(
                    0, "POSIX_FADV_NORMAL",
                    1, "POSIX_FADV_RANDOM",
                    2, "POSIX_FADV_SEQUENTIAL",
                    3, "POSIX_FADV_WILLNEED",
                    4, "POSIX_FADV_DONTNEED",
                    5, "POSIX_FADV_NOREUSE"));

    private static final Argument PROCESS_OPTION =
            Argument.oneOf("PR_???", Map.of(38, "PR_SET_NO_NEW_PRIVS", 39, "PR_GET_NO_NEW_PRIVS"));

    private static final Argument SECCOMP_OPERATION = Argument.oneOf(
            "SECCOMP_SET_MODE_???",
            Map.of(
                    0, "SECCOMP_SET_MODE_STRICT",
                    1, "SECCOMP_SET_MODE_FILTER",
                    2, "SECCOMP_GET_ACTION_AVAIL",
                    3, "SECCOMP_GET_NOTIF_SIZES"));

    private final Map<Call, List<Argument>> arguments;
    private final Map<Long, Call> calls = new HashMap<>();

    public CallFormatter(Arch arch) {
        this.arguments = table(arch);
        Arrays.stream(Call.values()).filter(arch::has).forEach(call -> calls.put((long) arch.number(call), call));
    }

    private static Map<Call, List<Argument>> table(Arch arch) {
        FlagNames open = FlagTables.open(arch.openFlags());
        Argument openFlags = openFlags(open);
        return Map.ofEntries(
                entry(Call.READ, List.of(DESCRIPTOR, CONTENT, SIZE)),
                entry(Call.WRITE, List.of(DESCRIPTOR, INPUT, SIZE)),
                entry(Call.OPEN, List.of(PATH, openFlags)),
                entry(Call.CLOSE, List.of(DESCRIPTOR)),
                entry(Call.PREAD64, List.of(DESCRIPTOR, CONTENT, SIZE, SIGNED)),
                entry(Call.GETPID, List.of()),
                entry(Call.UNAME, List.of(StructArguments::utsname)),
                entry(Call.FLOCK, List.of(DESCRIPTOR, flags(FlagTables.LOCK))),
                entry(Call.FSYNC, List.of(DESCRIPTOR)),
                entry(Call.FCHMOD, List.of(DESCRIPTOR, MODE)),
                entry(Call.FCHOWN, List.of(DESCRIPTOR, ID, ID)),
                entry(
                        Call.MMAP,
                        List.of(ADDRESS, SIZE, flags(FlagTables.PROTECTION), flags(FlagTables.MAP), DESCRIPTOR, HEX)),
                entry(Call.MUNMAP, List.of(ADDRESS, SIZE)),
                entry(Call.PRCTL, List.of(PROCESS_OPTION, SIZE, HEX, HEX, HEX)),
                entry(Call.GETTID, List.of()),
                entry(
                        Call.FSETXATTR,
                        List.of(DESCRIPTOR, PATH, BufferArguments::attribute, SIZE, flags(FlagTables.XATTR))),
                entry(Call.FGETXATTR, List.of(DESCRIPTOR, PATH, CONTENT, SIZE)),
                entry(Call.GETDENTS64, List.of(DESCRIPTOR, BufferArguments::entries, SIZE)),
                entry(Call.FADVISE64, List.of(DESCRIPTOR, SIGNED, SIZE, ADVICE)),
                entry(Call.OPENAT, List.of(DIRECTORY, PATH, openFlags)),
                entry(Call.MKDIRAT, List.of(DIRECTORY, PATH, MODE)),
                entry(Call.NEWFSTATAT, List.of(DIRECTORY, PATH, StructArguments.stat(arch), flags(FlagTables.AT))),
                entry(Call.UNLINKAT, List.of(DIRECTORY, PATH, flags(FlagTables.AT))),
                entry(Call.RENAMEAT, List.of(DIRECTORY, PATH, DIRECTORY, PATH)),
                entry(Call.LINKAT, List.of(DIRECTORY, PATH, DIRECTORY, PATH, flags(FlagTables.AT))),
                entry(Call.RENAMEAT2, List.of(DIRECTORY, PATH, DIRECTORY, PATH, flags(FlagTables.RENAME))),
                entry(
                        Call.SECCOMP,
                        List.of(SECCOMP_OPERATION, flags(FlagTables.SECCOMP_FILTER), StructArguments::filter)),
                entry(Call.PROCESS_VM_READV, List.of(DESCRIPTOR, ADDRESS, SIZE, ADDRESS, SIZE, HEX)),
                entry(Call.GETRANDOM, List.of(BufferArguments::randomOutput, SIZE, flags(FlagTables.RANDOM))),
                entry(
                        Call.STATX,
                        List.of(
                                DIRECTORY,
                                PATH,
                                CallFormatter::statxFlags,
                                flags(FlagTables.STATX_MASK),
                                StructArguments::statx)),
                entry(Call.OPENAT2, List.of(DIRECTORY, PATH, StructArguments.openHow(open), SIZE)));
    }

    /** The flags, and behind them the mode when they tell the kernel to read it. */
    private static Argument openFlags(FlagNames names) {
        return (line, call, index) -> {
            long flags = Integer.toUnsignedLong((int) call.argument(index));
            FlagTables.appendOpen(line, names, flags);
            if (FlagTables.isModeUsed(flags)) {
                Argument.mode(line.append(", "), call, index + 1);
            }
        };
    }

    private static void statxFlags(StringBuilder line, TracedCall call, int index) {
        FlagTables.appendStatx(line, Integer.toUnsignedLong((int) call.argument(index)));
    }

    /** The call that has this number, null when it is none of the plugin's. */
    @Nullable
    public Call call(long number) {
        return calls.get(number);
    }

    /** Name, arguments, result, the last in a column. */
    public void append(StringBuilder line, TracedCall call) {
        appendCall(line, call);
        line.append(' ');
        line.append(" ".repeat(Math.max(0, RESULT_COLUMN - line.length()))).append("= ");
        appendResult(line, call);
    }

    public void appendName(StringBuilder line, TracedCall call) {
        if (isKnown(call)) {
            line.append(call.call());
        } else {
            line.append("syscall_0x").append(Long.toHexString(call.number()));
        }
    }

    private boolean isKnown(TracedCall call) {
        return call.call() != null && arguments.containsKey(call.call());
    }

    /** Name and arguments. */
    public void appendCall(StringBuilder line, TracedCall call) {
        appendName(line, call);
        List<Argument> shown = call.call() == null ? null : arguments.get(call.call());
        if (shown == null) {
            shown = Collections.nCopies(call.argumentCount(), HEX);
        }
        line.append('(');
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).append(line.append(i == 0 ? "" : ", "), call, i);
        }
        line.append(')');
    }

    public void appendResult(StringBuilder line, TracedCall call) {
        if (call.failed()) {
            Errno errno = Errno.of(-call.result());
            line.append("-1 ");
            line.append(errno == null ? "(errno " + -call.result() + ")" : errno + " (" + errno.meaning() + ")");
        } else if (call.call() == Call.MMAP) {
            Argument.address(line, call.result());
        } else {
            line.append(call.result());
        }
    }
}
