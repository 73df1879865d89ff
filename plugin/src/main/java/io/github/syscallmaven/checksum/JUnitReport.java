package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A verification as the XML that CI servers show as test results: a test case for each verdict, named after the file or the line,
 * its class after the list. Notes and what is forgiven are skipped tests.
 *
 * <p>Takes some tens of bytes of memory for each verdict until it is written.
 */
public final class JUnitReport implements VerdictSink {
    private final Spool cases = new Spool();
    private final String suite;
    private long tests;
    private long failures;
    private long skipped;

    /** {@code suite} is what the results are shown under. */
    public JUnitReport(String suite) {
        this.suite = suite;
    }

    @Override
    public void accept(Verdict verdict) throws IOException {
        String list = verdict.list() == null ? suite : verdict.list().toString();
        String name = verdict.name() != null
                ? verdict.name().toString()
                : verdict.line() > 0
                        ? "line " + verdict.line()
                        : verdict.status().toString();
        String test = "  <testcase classname=\"" + escaped(list) + "\" name=\"" + escaped(name) + "\"";
        tests++;
        if (verdict.status() == Status.OK) {
            cases.write(test + "/>\n");
            return;
        }
        failures += verdict.isFailure() ? 1 : 0;
        skipped += verdict.isFailure() ? 0 : 1;
        String result = verdict.isFailure() ? "failure type=\"" + verdict.status() + "\" " : "skipped ";
        cases.write(test + ">\n    <" + result + "message=\"" + escaped(verdict.toString()) + "\"/>\n  </testcase>\n");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '"' -> escaped.append("&quot;");
                // XML 1.0 has no way to write them.
                case 0xfffe, 0xffff -> escaped.append('?');
                default -> {
                    if (c < ' ') {
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
            String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" + escaped(suite)
                    + "\" tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"" + skipped
                    + "\" time=\"0\">\n";
            out.write(head.getBytes(StandardCharsets.UTF_8));
            cases.writeTo(out);
            out.write("</testsuite>\n".getBytes(StandardCharsets.UTF_8));
        };
    }
}
