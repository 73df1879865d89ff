package io.github.syscallmaven.io.kernel;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.arch.Call;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A call that goes wrong.
 *
 * @param at the how manieth of all calls it is, from 0
 * @param lasting whether all later ones of its kind go wrong as well
 */
record Fault(int at, Call call, Way way, Errno errno, boolean lasting) {
    /** Those that change something, so that it matters whether they have failed or only say so. */
    private static final Set<Call> CHANGING = EnumSet.of(
            Call.FSYNC,
            Call.FCHMOD,
            Call.FCHOWN,
            Call.FSETXATTR,
            Call.FLOCK,
            Call.MKDIRAT,
            Call.UNLINKAT,
            Call.RENAMEAT,
            Call.RENAMEAT2,
            Call.LINKAT);

    /** What a network says when it has lost an answer, or what comes of asking again. */
    private static final Set<Errno> AFTER_A_LOSS = EnumSet.of(Errno.EINTR, Errno.EIO, Errno.ENOENT, Errno.EEXIST);

    /** What comes again and again: others would, too, but nothing is done about them from the first on. */
    private static final Set<Errno> LASTING = EnumSet.of(
            Errno.EINTR,
            Errno.EIO,
            Errno.ENOENT,
            Errno.EEXIST,
            Errno.EAGAIN,
            Errno.EXDEV,
            Errno.EINVAL,
            Errno.ENOSYS,
            Errno.EPERM,
            Errno.ENOSPC);

    private static final Set<Call> COUNTING = EnumSet.of(Call.WRITE, Call.PREAD64, Call.GETRANDOM);

    /** What goes wrong. */
    enum Way {
        /** The kernel does nothing, and gives an error. */
        REFUSED,
        /** The kernel does it, and gives an error nevertheless: a reply was lost on the network. */
        ANSWER_LOST,
        /** Of all the bytes one is done. */
        ONE_BYTE,
        /** It is no error, and nothing is done. */
        NOTHING
    }

    /** All that can go wrong with this call. */
    static List<Fault> of(int at, Call call) {
        List<Fault> all = new ArrayList<>();
        for (Errno errno : ManPages.errorsOf(call)) {
            all.add(new Fault(at, call, wayToFail(call), errno, false));
            if (CHANGING.contains(call) && AFTER_A_LOSS.contains(errno)) {
                all.add(new Fault(at, call, Way.ANSWER_LOST, errno, false));
            }
            if (LASTING.contains(errno)) {
                all.add(new Fault(at, call, wayToFail(call), errno, true));
            }
        }
        if (COUNTING.contains(call)) {
            all.add(new Fault(at, call, Way.ONE_BYTE, Errno.EIO, false));
            all.add(new Fault(at, call, Way.NOTHING, Errno.EIO, false));
            all.add(new Fault(at, call, Way.NOTHING, Errno.EIO, true));
        }
        return all;
    }

    /** Linux releases the descriptor before anything can fail: close(2), "Dealing with error returns from close()". */
    private static Way wayToFail(Call call) {
        return call == Call.CLOSE ? Way.ANSWER_LOST : Way.REFUSED;
    }

    boolean isError() {
        return way == Way.REFUSED || way == Way.ANSWER_LOST;
    }

    boolean hits(int step, Call other) {
        return step == at || (lasting && step > at && other == call);
    }

    @Override
    public String toString() {
        return call + " at " + at + (isError() ? " " + errno : "") + " " + way + (lasting ? " from then on" : "");
    }
}
