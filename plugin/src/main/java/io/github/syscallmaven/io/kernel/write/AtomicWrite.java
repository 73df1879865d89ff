package io.github.syscallmaven.io.kernel.write;

import static io.github.syscallmaven.syscall.Errno.EEXIST;
import static io.github.syscallmaven.syscall.Errno.EINVAL;
import static io.github.syscallmaven.syscall.Errno.ENOENT;
import static io.github.syscallmaven.syscall.Errno.ENOSYS;
import static io.github.syscallmaven.syscall.Errno.EPERM;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.StatMapping;
import io.github.syscallmaven.io.kernel.call.Sync;
import io.github.syscallmaven.io.kernel.call.Target;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one file whole or not at all: a complete temporary file beside it is renamed to its name. */
public final class AtomicWrite {
    private final Kernel kernel;
    private final Fd directory;
    private final BytePath name;
    private final BytePath shown;
    private final WriteOptions options;
    private final Sync sync;
    private final List<String> warnings;

    public AtomicWrite(Kernel kernel, Target target, WriteOptions options, Sync sync, List<String> warnings) {
        this.kernel = kernel;
        this.directory = target.directory();
        this.name = target.name();
        this.shown = target.shown();
        this.options = options;
        this.sync = sync;
        this.warnings = warnings;
    }

    public Outcome write(Content content) throws IOException {
        Optional<Stat> seen = kernel.stat(directory.number(), name);
        if (seen.isEmpty()) {
            return put(content, null);
        }
        requireReplaceable(seen.get());
        try (OldFile old = OldFile.open(kernel, directory, name, seen.get())) {
            requireReplaceable(old.stat());
            if (!options.once() && old.holds(content)) {
                old.sync(sync);
                sync.directory(directory);
                return Outcome.UNCHANGED;
            }
            return put(content, old);
        }
    }

    private Outcome put(Content content, @Nullable OldFile old) throws IOException {
        Temporary temporary = Temporary.create(kernel, directory, old != null);
        Stat complete = temporary.complete(content, old, sync, shown, warnings);
        try {
            if (old != null && options.once() && isUnchanged(old, temporary, complete)) {
                temporary.remove();
                sync.directory(directory);
                return Outcome.UNCHANGED;
            }
            putInPlace(temporary, complete);
        } catch (IOException | RuntimeException | Error e) {
            temporary.remove(e);
            throw e;
        }
        syncName();
        return old == null ? Outcome.CREATED : Outcome.REPLACED;
    }

    /**
     * The sizes first: beside saving the comparison, this makes sure that a read which ends early is not taken for
     * equality.
     */
    private boolean isUnchanged(OldFile old, Temporary temporary, Stat complete) throws IOException {
        boolean same = old.stat().size() == complete.size() && old.holds(temporary::copyTo);
        if (same) {
            old.sync(sync);
        }
        return same;
    }

    private void requireReplaceable(Stat old) throws IOException {
        FileType type = StatMapping.typeOf(old);
        if (type != FileType.REGULAR) {
            throw new RefusedException(
                    shown.toString(), "it is " + type.description() + "; only a regular file is replaced");
        }
        if (!options.replace()) {
            throw new FileAlreadyExistsException(shown.toString(), null, "it exists, and is not to be replaced");
        }
    }

    private void putInPlace(Temporary temporary, Stat complete) throws IOException {
        try {
            if (options.replace()) {
                kernel.rename(directory.number(), temporary.name(), name);
            } else {
                putWithoutReplacing(temporary);
            }
        } catch (SyscallException e) {
            // NFS may do what it was asked, lose the answer, and fail when it asks again.
            if (!e.is(ENOENT, EEXIST) || !isInPlace(complete)) {
                throw e;
            }
            removeSecondName(temporary);
        }
    }

    private boolean isInPlace(Stat complete) throws SyscallException {
        return kernel.stat(directory.number(), name)
                .filter(complete::isSameFile)
                .isPresent();
    }

    private void putWithoutReplacing(Temporary temporary) throws SyscallException {
        try {
            kernel.renameWithoutReplacing(directory.number(), temporary.name(), name);
        } catch (SyscallException e) {
            // Not offered by this kernel, sandbox or file system; a hard link does not replace either.
            if (!e.is(ENOSYS, EPERM, EINVAL)) {
                throw e;
            }
            kernel.linkat(directory.number(), temporary.name(), name);
            removeSecondName(temporary);
        }
    }

    /** The file is in place: that it has another name as well is no failure any more. */
    private void removeSecondName(Temporary temporary) {
        try {
            temporary.remove();
        } catch (SyscallException e) {
            warnings.add("'" + shown + "' was written, but the temporary file beside it could not be removed: "
                    + e.getMessage() + ".");
        }
    }

    /** The file is complete and in place by now, so a failure is told as what it is. */
    private void syncName() throws IOException {
        try {
            sync.directory(directory);
        } catch (SyscallException e) {
            throw e.about(shown.toString(), e.reason() + "; it was written, but may not survive a power failure");
        }
    }
}
