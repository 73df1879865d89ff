package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.syscall.Errno.EAGAIN;
import static io.github.syscallmaven.syscall.Errno.EBADF;
import static io.github.syscallmaven.syscall.Errno.EEXIST;
import static io.github.syscallmaven.syscall.Errno.EINTR;
import static io.github.syscallmaven.syscall.Errno.EINVAL;
import static io.github.syscallmaven.syscall.Errno.ENOENT;
import static io.github.syscallmaven.syscall.Errno.ENOSYS;
import static io.github.syscallmaven.syscall.Errno.ENOTDIR;
import static io.github.syscallmaven.syscall.Errno.EOPNOTSUPP;
import static io.github.syscallmaven.syscall.Errno.EPERM;
import static io.github.syscallmaven.syscall.Errno.EROFS;
import static io.github.syscallmaven.syscall.Errno.EXDEV;

import io.github.syscallmaven.io.kernel.Step.Purpose;
import io.github.syscallmaven.syscall.Errno;
import java.util.EnumSet;
import java.util.Set;

/** Which errors do no harm when they come once. All others are told. */
final class Tolerance {
    private static final Set<Errno> ALL = EnumSet.allOf(Errno.class);

    private Tolerance() {}

    /** Of a write: by another way, by another try, or because it is only about what was to be better still. */
    static boolean ofWrite(WriteScenario scenario, Step step, Errno errno) {
        // A directory that is gone is made once more.
        return errno == EINTR || errno == ENOENT || ofWrite(scenario, step).contains(errno);
    }

    private static Set<Errno> ofWrite(WriteScenario scenario, Step step) {
        return switch (step.call()) {
            case GETRANDOM, FLOCK, GETDENTS64, FCHOWN, FGETXATTR, FSETXATTR -> ALL;
            case PREAD64 -> step.purpose() == Purpose.OF_OLD ? ALL : EnumSet.noneOf(Errno.class);
            case CLOSE ->
                step.purpose() == Purpose.OF_WRITTEN && !scenario.failsByItself() ? EnumSet.noneOf(Errno.class) : ALL;
            case OPENAT ->
                switch (step.purpose()) {
                    case OPEN_FOR_COMPARISON, OPEN_ABOVE -> ALL;
                    case OPEN_DIRECTORY -> EnumSet.of(ENOTDIR);
                    case MAKE_TEMPORARY -> EnumSet.of(EEXIST);
                    default -> EnumSet.noneOf(Errno.class);
                };
            case OPENAT2 -> EnumSet.of(ENOSYS, EAGAIN, EXDEV);
            case STATX -> isOptional(step) ? ALL : EnumSet.of(ENOSYS, EPERM);
            case NEWFSTATAT -> isOptional(step) ? ALL : EnumSet.noneOf(Errno.class);
            case MKDIRAT -> EnumSet.of(EEXIST);
            case FCHMOD -> EnumSet.of(EPERM, ENOSYS, EOPNOTSUPP);
            case FSYNC ->
                step.purpose() == Purpose.OF_DIRECTORY
                        ? EnumSet.of(EINVAL, EROFS, ENOSYS, EOPNOTSUPP, EBADF)
                        : EnumSet.of(EINVAL, EROFS, ENOSYS, EOPNOTSUPP);
            case RENAMEAT2 ->
                step.purpose() == Purpose.WITHOUT_REPLACING
                        ? EnumSet.of(ENOSYS, EPERM, EINVAL)
                        : EnumSet.of(ENOSYS, EPERM);
            // That of the second name of a file in place, or of a leftover.
            case UNLINKAT -> scenario == WriteScenario.LEAVE_UNCHANGED_ONCE ? EnumSet.noneOf(Errno.class) : ALL;
            default -> EnumSet.noneOf(Errno.class);
        };
    }

    /** What is not known of a directory makes the way back up longer. */
    private static boolean isOptional(Step step) {
        return step.purpose() == Purpose.OF_OLD || step.purpose() == Purpose.OF_DIRECTORY;
    }

    /** Of a read: by another way or by another try. */
    static boolean ofRead(Step step, Errno errno) {
        return errno == EINTR
                || switch (step.call()) {
                    case CLOSE, FADVISE64 -> true;
                    case OPENAT2 -> errno == ENOSYS || errno == EAGAIN || errno == EXDEV;
                    case OPENAT -> step.purpose() == Purpose.OPEN_DIRECTORY && errno == ENOTDIR;
                    case STATX -> errno == ENOSYS || errno == EPERM;
                    default -> false;
                };
    }

    /** Whether the kernel says that there is no such thing, which is a result and no failure. */
    static boolean mayBeMissing(ReadScenario scenario, Fault fault) {
        boolean looks = scenario == ReadScenario.STAT || scenario == ReadScenario.WALK_WITHOUT_TYPES;
        return looks && fault.errno() == ENOENT;
    }
}
