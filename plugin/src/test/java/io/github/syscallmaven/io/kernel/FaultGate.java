package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.testing.kernel.TestKernel.ARCH;

import com.sun.jna.Pointer;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.TemporaryName;
import io.github.syscallmaven.io.kernel.Step.Purpose;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestArch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kernel on which one thing goes wrong, and that keeps account of its calls and descriptors. For one thread. */
final class FaultGate implements Gate {
    private final Gate kernel;
    private final @Nullable Fault fault;
    private final List<Step> steps = new ArrayList<>();
    /** The descriptors that are open. */
    private final Map<Long, Opened> open = new HashMap<>();

    private final List<Step> struck = new ArrayList<>();
    private int strangersClosed;

    /** What a descriptor was opened with and for. */
    private record Opened(long flags, Purpose purpose) {}

    /** With no fault it only keeps account. */
    FaultGate(Gate kernel, @Nullable Fault fault) {
        this.kernel = kernel;
        this.fault = fault;
    }

    List<Step> steps() {
        return steps;
    }

    /** The calls that went wrong. */
    List<Step> struck() {
        return struck;
    }

    /** How many descriptors are open that were opened here. */
    int leaked() {
        return open.size();
    }

    /** How often one was closed that was not open, and so may have been another thread's. */
    int strangersClosed() {
        return strangersClosed;
    }

    @Override
    public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
        Call call = TestArch.call(ARCH, number).orElseThrow();
        int at = steps.size();
        Step step = new Step(call, purpose(call, a1, a2, a3, a5));
        steps.add(step);
        if (fault == null || !fault.hits(at, call)) {
            return execute(call, number, a1, a2, a3, a4, a5, a6);
        }
        if (call != fault.call()) {
            throw new IllegalStateException("expected " + fault + ", but it is " + step);
        }
        struck.add(step);
        return switch (fault.way()) {
            case REFUSED -> -fault.errno().number();
            case ANSWER_LOST -> {
                long unused = execute(call, number, a1, a2, a3, a4, a5, a6);
                yield -fault.errno().number();
            }
            case ONE_BYTE ->
                call == Call.GETRANDOM
                        ? execute(call, number, a1, 1, a3, a4, a5, a6)
                        : execute(call, number, a1, a2, 1, a4, a5, a6);
            case NOTHING -> 0;
        };
    }

    private Purpose purpose(Call call, long a1, long a2, long a3, long a5) {
        return switch (call) {
            case OPENAT -> purposeOfOpen((int) a1, a2, (int) a3);
            case CLOSE -> wasOpenedWith(a1, KernelConstants.O_CREAT) ? Purpose.OF_WRITTEN : Purpose.ANY;
            case PREAD64, FGETXATTR -> isOld(a1) ? Purpose.OF_OLD : Purpose.ANY;
            case STATX, NEWFSTATAT -> isOpened(a2) ? purposeOfStat(a1) : Purpose.ANY;
            case FSYNC -> wasOpenedWith(a1, ARCH.openFlags().directory()) ? Purpose.OF_DIRECTORY : Purpose.ANY;
            case RENAMEAT2 -> a5 == KernelConstants.RENAME_NOREPLACE ? Purpose.WITHOUT_REPLACING : Purpose.ANY;
            case UNLINKAT -> a3 == KernelConstants.AT_REMOVEDIR ? Purpose.REMOVE_DIRECTORY : Purpose.ANY;
            default -> Purpose.ANY;
        };
    }

    private Purpose purposeOfStat(long descriptor) {
        if (isOld(descriptor)) {
            return Purpose.OF_OLD;
        }
        return wasOpenedWith(descriptor, ARCH.openFlags().directory()) ? Purpose.OF_DIRECTORY : Purpose.ANY;
    }

    /** The name stands for what the descriptor does. */
    private static boolean isOpened(long name) {
        return new Pointer(name).getByte(0) == 0;
    }

    private boolean isOld(long descriptor) {
        Opened opened = open.get(descriptor);
        return opened != null && opened.purpose == Purpose.OPEN_FOR_COMPARISON;
    }

    private boolean wasOpenedWith(long descriptor, int flag) {
        Opened opened = open.get(descriptor);
        return opened != null && (opened.flags & flag) != 0;
    }

    private static Purpose purposeOfOpen(int directory, long path, int flags) {
        if (directory == KernelConstants.AT_FDCWD) {
            return Purpose.OPEN_ROOT;
        } else if ((flags & KernelConstants.O_CREAT) != 0) {
            return Purpose.MAKE_TEMPORARY;
        } else if ((flags & ARCH.openFlags().directory()) != 0) {
            return new Pointer(path).getString(0).equals("..") ? Purpose.OPEN_ABOVE : Purpose.OPEN_DIRECTORY;
        }
        if ((flags & KernelConstants.O_NONBLOCK) == 0) {
            return Purpose.ANY;
        }
        boolean isTemporary = TemporaryName.is(BytePath.of(new Pointer(path).getString(0)));
        return isTemporary ? Purpose.READ_BACK : Purpose.OPEN_FOR_COMPARISON;
    }

    private long execute(Call call, long number, long a1, long a2, long a3, long a4, long a5, long a6) {
        long result = kernel.syscall(number, a1, a2, a3, a4, a5, a6);
        if (call == Call.CLOSE) {
            if (open.remove(a1) == null) {
                strangersClosed++;
            }
        } else if (call == Call.OPENAT && result >= 0) {
            open.put(result, new Opened(a3, purposeOfOpen((int) a1, a2, (int) a3)));
        } else if (call == Call.OPENAT2 && result >= 0) {
            open.put(result, new Opened(new Pointer(a3).getLong(0), Purpose.ANY));
        }
        return result;
    }
}
