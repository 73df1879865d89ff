package io.github.syscallmaven.io.kernel.write;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.kernel.call.Acl;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a new file the owner, the group and the rights of the one that it replaces. Rights that cannot be kept are
 * narrowed and never widened: nobody gains a right, except the new owner, who has written the file.
 */
final class Rights {
    private static final int OF_OWNER = 0700;
    private static final int OF_GROUP = 0070;
    private static final int WITHOUT_SET_ID = 0777;
    private static final int UNCHANGED_OWNER = -1;

    private final Kernel kernel;
    private final int fd;
    private final BytePath shown;
    private final List<String> warnings;
    private final List<String> reasons = new ArrayList<>();

    /** Of the new file that is open as {@code fd}; warnings call it {@code shown}. */
    Rights(Kernel kernel, int fd, BytePath shown, List<String> warnings) {
        this.kernel = kernel;
        this.fd = fd;
        this.shown = shown;
        this.warnings = warnings;
    }

    /** {@code ours} is what the new file is so far: one that nobody but its owner may read or write. */
    void takeOver(OldFile old, Stat ours) throws SyscallException {
        Acl before = Acl.of(old.stat().permissions() & WITHOUT_SET_ID);
        Acl wanted;
        try {
            before = old.acl();
            wanted = before;
        } catch (IOException e) {
            reasons.add(reason(e));
            wanted = Acl.of(old.stat().permissions() & OF_OWNER);
        }
        // The owner before the rights: a change of the owner may take permissions away.
        Acl given = give(asFarAsOwned(wanted, old.stat(), ours), ours);
        if (!given.isSame(before)) {
            warnings.add(String.format(
                    "'%s' has fewer permissions than the file that it replaces, %03o instead of %03o%s: %s.",
                    shown,
                    given.permissions(),
                    before.permissions(),
                    before.isMinimal() ? "" : " and an ACL",
                    String.join("; ", reasons)));
        }
    }

    private static String reason(IOException e) {
        return e instanceof SyscallException call ? call.reason() : String.valueOf(e.getMessage());
    }

    /** Gives the file to the old one's owner and group. What is given away only by root stays ours. */
    private Acl asFarAsOwned(Acl acl, Stat old, Stat ours) {
        if (ours.uid() == old.uid() && ours.gid() == old.gid()) {
            return acl;
        }
        try {
            kernel.fchown(fd, old.uid(), old.gid());
            return acl;
        } catch (SyscallException e) {
            reasons.add(e.reason());
        }
        Acl owned = ours.uid() == old.uid() ? acl : acl.withinOwner();
        if (ours.gid() == old.gid()) {
            return owned;
        }
        try {
            kernel.fchown(fd, UNCHANGED_OWNER, old.gid());
            return owned;
        } catch (SyscallException notOurGroup) {
            return acl.common();
        }
    }

    /** What was given in the end. */
    private Acl give(Acl acl, Stat ours) throws SyscallException {
        if (acl.isMinimal() && !mayHaveInherited(acl)) {
            return chmod(acl, ours);
        }
        try {
            kernel.setAccessAcl(fd, acl);
            return acl;
        } catch (SyscallException e) {
            reasons.add(e.reason());
        }
        Acl fewer = acl.common();
        return chmod(mayHaveInherited(fewer) ? Acl.of(fewer.permissions() & OF_OWNER) : fewer, ours);
    }

    /**
     * The directory may have given the new file an ACL. The group's bits would be its mask, and let in whoever it
     * names.
     */
    private boolean mayHaveInherited(Acl acl) {
        if ((acl.permissions() & OF_GROUP) == 0) {
            return false;
        }
        try {
            return kernel.accessAcl(fd).isPresent();
        } catch (IOException e) {
            reasons.add(reason(e));
            return true;
        }
    }

    /** A file of our own can be given any permissions, unless its file system has none. */
    private Acl chmod(Acl acl, Stat ours) throws SyscallException {
        if (ours.permissions() == acl.permissions()) {
            return acl;
        }
        try {
            kernel.fchmod(fd, acl.permissions());
            return acl;
        } catch (SyscallException e) {
            if (!e.is(Errno.EPERM, Errno.ENOSYS, Errno.EOPNOTSUPP)) {
                throw e;
            }
            reasons.add(e.reason());
            return Acl.of(ours.permissions());
        }
    }
}
