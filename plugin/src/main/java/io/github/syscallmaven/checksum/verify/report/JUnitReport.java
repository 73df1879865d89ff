package io.github.syscallmaven.checksum.verify.report;

import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A verification as the XML that CI servers show as test results, in the form of Surefire's schema: a test case for
 * each verdict, named after the file and its list, its class after the module. Notes and what is forgiven are skipped
 * tests; a run that was not finished has an error.
 *
 * <p>Takes some tens of bytes of memory for each verdict until it is written.
 */
public final class JUnitReport implements VerdictSink {
    /** In bytes. It is for people; no list of a CI server is as wide. */
    private static final int MOST_NAME = 1000;

    private final Spool cases = new Spool();
    private final String goal;
    private final String classname;
    private final Supplier<Duration> elapsed;
    private long tests;
    private long failures;
    private long skipped;
    private long errors;

    /**
     * A report without verdicts.
     *
     * @param goal that verifies; the suite's name
     * @param module group and artifact, with a dot between them, so that they are shown as packages are; null without a
     *     project
     * @param elapsed how long the run has taken, asked for at its end
     */
    public JUnitReport(String goal, @Nullable String module, Supplier<Duration> elapsed) {
        this.goal = goal;
        this.classname = module == null ? goal : module + "." + goal;
        this.elapsed = elapsed;
    }

    @Override
    public void accept(Verdict verdict) throws IOException {
        if (verdict.status() == Status.OK) {
            write(name(verdict), "");
            return;
        }
        failures += verdict.isFailure() ? 1 : 0;
        skipped += verdict.isFailure() ? 0 : 1;
        String result = verdict.isFailure() ? "failure type=\"" + verdict.status() + "\" " : "skipped ";
        write(name(verdict), "<" + result + "message=\"" + escaped(verdict.toString()) + "\"/>");
    }

    @Override
    public void aborted(String reason) {
        errors++;
        error = reason;
    }

    private @Nullable String error;

    /** Of entries, the algorithm is a part of it: a list may have several for a file. */
    private static String name(Verdict verdict) {
        if (verdict.name() == null) {
            return verdict.list() == null ? verdict.status().toString() : verdict.place();
        }
        String name = cut(verdict.name());
        String list = verdict.list() == null ? "" : " (" + cut(verdict.list()) + ")";
        return name
                + (verdict.expected() == null ? "" : " " + verdict.expected().algorithm())
                + list;
    }

    private static String cut(BytePath name) {
        return name.length() <= MOST_NAME ? name.toString() : name.slice(0, MOST_NAME) + "...";
    }

    private void write(String name, String result) throws IOException {
        tests++;
        cases.write(testcase(name, result));
    }

    private String testcase(String name, String result) {
        return "  <testcase name=\"" + escaped(name) + "\" classname=\"" + escaped(classname) + "\" time=\"0\""
                + (result.isEmpty() ? "/>\n" : ">\n    " + result + "\n  </testcase>\n");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                // XML 1.0 has no way to write them.
                case 0xfffe, 0xffff -> escaped.append('?');
                default -> {
                    if (c < ' ' || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                        escaped.append('?');
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** The document, once there are no more verdicts. */
    public Content content() {
        return out -> {
            double seconds = elapsed.get().toMillis() / 1e3;
            String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" + escaped(classname)
                    + "\" time=\"" + String.format(Locale.ROOT, "%.3f", seconds) + "\" tests=\"" + (tests + errors)
                    + "\" errors=\"" + errors + "\" skipped=\"" + skipped + "\" failures=\"" + failures + "\">\n";
            out.write(head.getBytes(StandardCharsets.UTF_8));
            cases.writeTo(out);
            if (error != null) {
                String text = testcase(goal, "<error type=\"aborted\" message=\"" + escaped(error) + "\"/>");
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            out.write("</testsuite>\n".getBytes(StandardCharsets.UTF_8));
        };
    }
}
