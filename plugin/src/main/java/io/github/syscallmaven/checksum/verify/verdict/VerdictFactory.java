package io.github.syscallmaven.checksum.verify.verdict;

import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.name.Below;
import io.github.syscallmaven.checksum.verify.verdict.FileResult.Failure;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Entries;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Listed;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Remark;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Unread;
import io.github.syscallmaven.checksum.verify.verdict.Verdict.Expected;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import org.jspecify.annotations.Nullable;

/**
 * Makes verdicts of findings.
 *
 * @param base that names are relative to
 * @param shownFrom the directory that names are shown from
 */
public record VerdictFactory(Leniency leniency, BytePath base, BytePath shownFrom) {
    public Verdict of(Entries task, Listed listed, FileResult result) {
        if (result.failure() != null) {
            return of(
                    task,
                    listed,
                    result.failure().status(),
                    null,
                    result.failure().what());
        }
        ListEntry entry = listed.entry();
        Digest actual = result.digest(entry.algorithm());
        if (entry.accepts(actual)) {
            return of(task, listed, Status.OK, actual, "");
        }
        String what = "its " + entry.algorithm() + " is " + actual + ", not " + entry.digest();
        return of(task, listed, Status.MISMATCH, actual, what);
    }

    private Verdict of(Entries task, Listed listed, Status status, @Nullable Digest actual, String what) {
        ListEntry entry = listed.entry();
        Expected expected = new Expected(entry.algorithm(), entry.digest());
        boolean failure = leniency.isFailure(status);
        BytePath list = shown(listed.list());
        return new Verdict(status, failure, list, entry.line(), shown(task.name()), expected, actual, what);
    }

    public Verdict of(Remark remark) {
        ListProblem problem = remark.problem();
        Status status = switch (problem.kind()) {
            case CONFLICT -> Status.CONFLICT;
            case NOT_A_LIST -> Status.NOT_A_LIST;
            case EMPTY -> Status.EMPTY;
            case OTHER_ALGORITHM -> Status.OTHER_ALGORITHM;
            default -> problem.kind().isNote() ? Status.NOTE : Status.MALFORMED;
        };
        BytePath list = shown(remark.list());
        return new Verdict(status, leniency.isFailure(status), list, problem.line(), null, null, null, problem.what());
    }

    public Verdict of(Unread unread) {
        Failure failure = Failure.of(unread.reason());
        // That a list is missing is never forgiven.
        return failure.status() == Status.MISSING
                ? about(Status.UNREADABLE, unread.list(), "there is no such file")
                : about(failure.status(), unread.list(), failure.what());
    }

    /** About a file, or about all lists. */
    public Verdict about(Status status, @Nullable BytePath name, String what) {
        BytePath shown = name == null ? null : shown(name);
        return new Verdict(status, leniency.isFailure(status), null, 0, shown, null, null, what);
    }

    /** How a file or list is shown: from where others are shown from, if it is below. */
    public BytePath shown(BytePath name) {
        BytePath path = name.isAbsolute() ? name : base.resolve(name);
        BytePath below = Below.name(shownFrom, path);
        return below == null ? path : below;
    }
}
