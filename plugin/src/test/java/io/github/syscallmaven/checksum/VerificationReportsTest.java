package io.github.syscallmaven.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.Verdict.Expected;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class VerificationReportsTest {
    private static final BytePath LIST = BytePath.of("d/SUMS");
    private static final Expected EXPECTED =
            new Expected(Listing.ALGORITHMS.named("CRC32"), Digest.of(new byte[] {1, 2, 3, 4}));
    private static final List<Verdict> VERDICTS = List.of(
            new Verdict(Status.OK, false, LIST, 1, BytePath.of("a\"<&>.jar"), EXPECTED, EXPECTED.digest(), ""),
            new Verdict(
                    Status.MISMATCH,
                    true,
                    LIST,
                    2,
                    BytePath.of(new byte[] {'b', (byte) 0xff}),
                    EXPECTED,
                    Digest.of(new byte[4]),
                    "its CRC32 is 00000000, not 01020304"),
            new Verdict(Status.MISSING, false, LIST, 3, BytePath.of("c"), EXPECTED, null, ""),
            new Verdict(Status.MALFORMED, true, LIST, 4, null, null, null, "is \"nothing\""),
            new Verdict(Status.NOTHING_VERIFIED, true, null, 0, null, null, null, "not one"));

    @Test
    void jsonHasAllVerdictsOneALine() throws Exception {
        JsonReport report = new JsonReport();
        for (Verdict verdict : VERDICTS) {
            report.accept(verdict);
        }

        String expected = """
                {"failures":3,"verdicts":[
                {"status":"ok","failure":false,"list":"d/SUMS","line":1,"name":"a\\"<&>.jar","algorithm":"CRC32",\
                "expected":"01020304"},
                {"status":"mismatch","failure":true,"list":"d/SUMS","line":2,"nameBytes":"62ff","algorithm":"CRC32",\
                "expected":"01020304","actual":"00000000","what":"its CRC32 is 00000000, not 01020304"},
                {"status":"missing","failure":false,"list":"d/SUMS","line":3,"name":"c","algorithm":"CRC32",\
                "expected":"01020304"},
                {"status":"malformed","failure":true,"list":"d/SUMS","line":4,"what":"is \\"nothing\\""},
                {"status":"nothing_verified","failure":true,"what":"not one"}
                ]}
                """;
        assertThat(text(report.content())).isEqualTo(expected);
        assertThat(text(report.content())).as("asked for once more").isEqualTo(expected);
    }

    @Test
    void anEmptyJsonReportIsStillJson() throws Exception {
        assertThat(text(new JsonReport().content())).isEqualTo("{\"failures\":0,\"verdicts\":[\n]}\n");
    }

    @Test
    void junitHasATestForEachVerdict() throws Exception {
        JUnitReport report = new JUnitReport("read-checksums");
        for (Verdict verdict : VERDICTS) {
            report.accept(verdict);
        }

        byte[] xml = text(report.content()).getBytes(StandardCharsets.UTF_8);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("3");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(name(cases, 0)).isEqualTo("d/SUMS: a\"<&>.jar");
        assertThat(name(cases, 1)).isEqualTo("d/SUMS: b\\xff");
        assertThat(name(cases, 3)).isEqualTo("d/SUMS: line 4");
        assertThat(name(cases, 4)).isEqualTo("read-checksums: nothing verified");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("mismatch");
        assertThat(failure.getAttribute("message"))
                .isEqualTo("'b\\xff': mismatch, its CRC32 is 00000000, not 01020304 (d/SUMS, line 2)");
        Element skipped = (Element) suite.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).isEqualTo("'c': missing (d/SUMS, line 3)");
    }

    private static String name(NodeList cases, int index) {
        Element test = (Element) cases.item(index);
        return test.getAttribute("classname") + ": " + test.getAttribute("name");
    }

    private static String text(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
