package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import io.github.syscallmaven.io.BytePath;

/** Passes on what is found, seen as a whole: names as they are meant, repetitions, nothing at all. */
final class Findings {
    private final SumsContext context;
    private final SumsSink sink;
    private final SeenNames seen = new SeenNames();
    private boolean any;

    Findings(SumsContext context, SumsSink sink) {
        this.context = context;
        this.sink = sink;
    }

    void add(Finding finding) {
        if (finding instanceof SumsEntry entry) {
            entry(entry);
        } else if (finding instanceof SumsProblem problem) {
            sink.problem(problem);
        }
    }

    void problem(Kind kind, int line, String what) {
        sink.problem(new SumsProblem(kind, line, what));
    }

    void end() {
        if (!any) {
            problem(Kind.EMPTY, 0, "has no checksum in it; nothing can be verified with it");
        }
    }

    private void entry(SumsEntry listed) {
        any = true;
        SumsEntry entry = listed;
        BytePath target = context.target();
        if (context.sidecar() && target != null) {
            if (!listed.name().fileName().equals(target.fileName())) {
                problem(
                        Kind.OTHER_NAME,
                        listed.line(),
                        "names '" + listed.name() + "' but stands beside '" + target + "'");
            }
            entry = new SumsEntry(listed.algorithm(), listed.digest(), target, listed.form(), listed.line());
        }
        sink.entry(entry);
        SeenNames.Earlier earlier = seen.earlier(entry);
        if (earlier != null) {
            repeated(entry, earlier);
        }
    }

    private void repeated(SumsEntry entry, SeenNames.Earlier earlier) {
        String what = "has " + (earlier.sameDigest() ? "the same " : "another ") + entry.algorithm() + " digest for '"
                + entry.name() + "' that line " + earlier.line() + " already has"
                + (earlier.sameDigest() ? "" : " one for; remove the wrong one");
        problem(earlier.sameDigest() ? Kind.DUPLICATE : Kind.CONFLICT, entry.line(), what);
    }
}
