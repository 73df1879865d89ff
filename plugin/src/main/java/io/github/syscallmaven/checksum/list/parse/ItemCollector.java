package io.github.syscallmaven.checksum.list.parse;

import io.github.syscallmaven.checksum.list.entry.Cause;
import io.github.syscallmaven.checksum.list.entry.EntrySink;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.name.SeenNames;
import io.github.syscallmaven.checksum.list.name.WindowsName;
import io.github.syscallmaven.checksum.list.text.Shown;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes on entries and problems after checking the list as a whole: names, promised algorithms, repetitions, an empty
 * list. Of each kind of problem it passes on the first {@value #MOST} and then the number of the others, so that a list
 * of nothing but problems takes no more memory than another.
 */
public final class ItemCollector {
    public static final int MOST = 1_000;

    private final ListContext context;
    private final EntrySink sink;
    private final SeenNames seen = new SeenNames();
    private final Map<Kind, Problems> problems = new EnumMap<>(Kind.class);
    private boolean any;

    /** Those of one kind. */
    private static final class Problems {
        private long count;
        private @Nullable ListProblem firstOfRest;
    }

    public ItemCollector(ListContext context, EntrySink sink) {
        this.context = context;
        this.sink = sink;
    }

    public void add(ListItem finding) {
        if (finding instanceof ListEntry entry) {
            entry(entry);
        } else if (finding instanceof ListProblem problem) {
            problem(problem);
        }
    }

    public void problem(Kind kind, int line, String what) {
        problem(new ListProblem(kind, line, what));
    }

    private void problem(ListProblem problem) {
        Problems ofKind = problems.computeIfAbsent(problem.kind(), first -> new Problems());
        ofKind.count++;
        if (ofKind.count <= MOST) {
            sink.problem(problem);
        } else if (ofKind.count == MOST + 1) {
            ofKind.firstOfRest = problem;
        }
    }

    /** Whether there has been an entry with a digest. */
    public boolean any() {
        return any;
    }

    /** {@code seems}: what the whole seems to be if there is nothing in it, as a clause. */
    public void end(String seems) {
        problems.forEach((kind, ofKind) -> {
            ListProblem first = ofKind.firstOfRest;
            if (first != null) {
                String what = "is the first of " + (ofKind.count - MOST) + " more with this kind of problem";
                sink.problem(new ListProblem(kind, first.line(), what, first.cause()));
            }
        });
        if (!any && !problems.containsKey(Kind.NOT_A_LIST)) {
            sink.problem(empty(seems));
        }
    }

    private ListProblem empty(String seems) {
        if (problems.containsKey(Kind.OTHER_ALGORITHM)) {
            return nothing("has no checksum of the algorithm that its name promises", Cause.NOTHING_ELSE);
        }
        return problems.containsKey(Kind.UNKNOWN_ALGORITHM)
                ? nothing("has no checksum of an algorithm that is available here", Cause.NOTHING_ELSE)
                : nothing("has no checksum in it; " + seems, null);
    }

    private static ListProblem nothing(String what, @Nullable Cause cause) {
        return new ListProblem(Kind.EMPTY, 0, what, cause);
    }

    private void entry(ListEntry listed) {
        if (!context.allows(listed.algorithm()) && context.promise() != null) {
            String what = "has a digest of " + listed.algorithm() + ", but the name of the list promises "
                    + context.promise().says();
            problem(Kind.OTHER_ALGORITHM, listed.line(), what);
            return;
        }
        any |= !listed.algorithm().equals(Algorithms.SIZE);
        ListEntry entry = meant(listed);
        sink.entry(entry);
        SeenNames.Earlier earlier = seen.earlier(entry);
        if (earlier != null) {
            repeated(entry, earlier);
        }
    }

    private ListEntry meant(ListEntry listed) {
        BytePath name =
                context.windows() || listed.form().isWindows() ? WindowsName.plain(listed.name()) : listed.name();
        BytePath target = context.target();
        if (!context.sidecar() || target == null) {
            return name.equals(listed.name()) ? listed : listed.withName(name);
        }
        if (!name.fileName().equals(target.fileName())) {
            String what = "names '" + Shown.name(name) + "' but stands beside '" + Shown.name(target) + "'";
            problem(Kind.OTHER_NAME, listed.line(), what);
        }
        return listed.withName(target);
    }

    private void repeated(ListEntry entry, SeenNames.Earlier earlier) {
        String what = "has " + (earlier.sameDigest() ? "the same " : "another ") + entry.algorithm() + " digest for '"
                + Shown.name(entry.name()) + "' that line " + earlier.line() + " already has"
                + (earlier.sameDigest() ? "" : " one for; remove the wrong one");
        problem(earlier.sameDigest() ? Kind.DUPLICATE : Kind.CONFLICT, entry.line(), what);
    }
}
