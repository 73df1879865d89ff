package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.ListedTask.Entries;
import io.github.syscallmaven.checksum.ListedTask.Listed;
import io.github.syscallmaven.checksum.ListedTask.Remark;
import io.github.syscallmaven.checksum.ListedTask.Unread;
import io.github.syscallmaven.checksum.Verdict.Expected;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.RefusedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What to say of what was found. */
record Verdicts(Leniency leniency) {
    Verdict of(Entries task, Listed listed, Hashed<ListedTask> hashed) {
        if (hashed.failure() != null) {
            Status status = status(hashed.failure());
            return of(task, listed, status, null, status == Status.MISSING ? "" : reason(hashed.failure()));
        }
        SumsEntry entry = listed.entry();
        Digest actual = hashed.digests().get(task.algorithms().indexOf(entry.algorithm()));
        if (actual.equals(entry.digest())) {
            return of(task, listed, Status.OK, actual, "");
        }
        String what = "its " + entry.algorithm() + " is " + actual + ", not " + entry.digest();
        return of(task, listed, Status.MISMATCH, actual, what);
    }

    private Verdict of(Entries task, Listed listed, Status status, @Nullable Digest actual, String what) {
        SumsEntry entry = listed.entry();
        Expected expected = new Expected(entry.algorithm(), entry.digest());
        boolean failure = leniency.isFailure(status);
        return new Verdict(status, failure, listed.list(), entry.line(), task.name(), expected, actual, what);
    }

    private static Status status(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return Status.MISSING;
        }
        if (failure instanceof RefusedException) {
            return Status.REFUSED;
        }
        return failure instanceof ChangedWhileReadingException ? Status.CHANGED : Status.UNREADABLE;
    }

    static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
        return reason == null ? failure.toString() : reason;
    }

    Verdict of(Remark remark) {
        SumsProblem problem = remark.problem();
        Status status = switch (problem.kind()) {
            case CONFLICT -> Status.CONFLICT;
            case NOT_A_LIST -> Status.NOT_A_LIST;
            case EMPTY -> Status.EMPTY;
            default -> problem.kind().isNote() ? Status.NOTE : Status.MALFORMED;
        };
        return new Verdict(
                status, leniency.isFailure(status), remark.list(), problem.line(), null, null, null, problem.what());
    }

    Verdict of(Unread unread) {
        Status status = status(unread.reason());
        // That a list is missing is never forgiven.
        return about(status == Status.MISSING ? Status.UNREADABLE : status, unread.list(), reason(unread.reason()));
    }

    /** About a file, or about all lists. */
    Verdict about(Status status, @Nullable BytePath name, String what) {
        return new Verdict(status, leniency.isFailure(status), null, 0, name, null, null, what);
    }
}
