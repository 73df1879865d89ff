package io.github.syscallmaven.checksum.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.Verdict.Expected;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.testing.Readme;
import io.github.syscallmaven.testing.list.Listing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ReportsTest {
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
        JsonReport report = new JsonReport(null);
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
    void readmeDescribesTheJson() throws Exception {
        JsonReport report = new JsonReport("org.example:app");
        for (Verdict verdict : VERDICTS) {
            report.accept(verdict);
        }
        report.accept(new Verdict(
                Status.REFUSED,
                true,
                bytes(BytePath.MAX_LENGTH + 1),
                1,
                bytes(BytePath.MAX_LENGTH + 1),
                null,
                null,
                ""));
        report.accept(
                new Verdict(Status.REFUSED, true, BytePath.of(new byte[] {(byte) 0xff}), 1, null, null, null, ""));
        report.aborted("no more");

        Set<String> table = new TreeSet<>();
        Set<String> statuses = new TreeSet<>();
        for (String row : Readme.text()
                .substring(Readme.text().indexOf("| field | type |"))
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .toList()) {
            List<String> cells = List.of(row.split("\\|", -1));
            words(cells.get(1), table);
            if (cells.get(1).contains("`status`")) {
                words(cells.get(3), statuses);
            }
        }
        statuses.remove("verify-trusted-checksums");

        assertThat(fields(text(report.content()))).isEqualTo(table);
        assertThat(statuses)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Status.values())
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(Readme.blocks("json"))
                .filteredOn(block -> block.contains("\"verdicts\""))
                .singleElement()
                .satisfies(block -> assertThat(table).containsAll(fields(block)));
    }

    private static BytePath bytes(int length) {
        return BytePath.of("n".repeat(length));
    }

    private static void words(String cell, Set<String> words) {
        Pattern.compile("`([^`]+)`").matcher(cell).results().forEach(word -> words.add(word.group(1)));
    }

    private static Set<String> fields(String json) {
        return Pattern.compile("\"(\\w+)\":")
                .matcher(json)
                .results()
                .map(field -> field.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anEmptyJsonReportIsStillJson() throws Exception {
        assertThat(text(new JsonReport(null).content())).isEqualTo("{\"failures\":0,\"verdicts\":[\n]}\n");
    }

    @Test
    void reportsOfARunThatWasNotFinishedHaveItsErrorAndWhatWasFoundUntilThen() throws Exception {
        JsonReport json = new JsonReport("org.example:app");
        JUnitReport junit = new JUnitReport("read-checksums", null, () -> Duration.ZERO);
        for (VerdictSink report : List.of(json, junit)) {
            report.accept(VERDICTS.get(0));
            report.aborted("disk \"full\"");
        }

        assertThat(text(json.content()))
                .startsWith("{\"module\":\"org.example:app\",\"error\":\"disk \\\"full\\\"\",\"failures\":0,")
                .contains("\"status\":\"ok\"");
        Element suite = parsed(junit);
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        Element error = (Element) suite.getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("message")).isEqualTo("disk \"full\"");
        assertThat(((Element) error.getParentNode()).getAttribute("name")).isEqualTo("read-checksums");
    }

    @Test
    void foreignTextIsHarmlessInMessagesAndExactInData() throws Exception {
        String nasty = "a\n[INFO] BUILD SUCCESS\u001b[2K\u2028\u202e\u0085\ud83d\ude00";
        Verdict verdict = new Verdict(
                Status.MALFORMED, true, BytePath.of(nasty), 1, BytePath.of(nasty), null, null, "is '" + nasty + "'");
        JsonReport json = new JsonReport(null);
        JUnitReport junit = new JUnitReport("read-checksums", null, () -> Duration.ZERO);
        json.accept(verdict);
        junit.accept(verdict);

        assertThat(verdict.toString())
                .doesNotContainPattern("[\\p{Cntrl}\u2028\u202e\u0085]")
                .contains("\\u202e");
        assertThat(text(json.content()).replace("\n", ""))
                .doesNotContainPattern("[\\p{Cntrl}\u2028\u202e\u0085]")
                .contains("\"name\":\"a\\u000a[INFO] BUILD SUCCESS\\u001b[2K\\u2028\\u202e\\u0085\ud83d\ude00\"");
        Element failure =
                (Element) parsed(junit).getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo(verdict.toString());
    }

    @Test
    void longNamesAreCutSoThatReportsAreNotMuchLongerThanTheirLists() throws Exception {
        BytePath name = BytePath.of("n".repeat(1 << 20));
        Verdict verdict = new Verdict(Status.MISSING, true, name, 1, name, EXPECTED, null, "");
        JsonReport json = new JsonReport(null);
        JUnitReport junit = new JUnitReport("read-checksums", null, () -> Duration.ZERO);
        json.accept(verdict);
        junit.accept(verdict);

        assertThat(verdict.toString()).hasSizeLessThan(1_000).contains("nnn...': missing");
        assertThat(text(json.content())).hasSizeLessThan(10_000).contains("nnn\",\"nameLength\":1048576");
        assertThat(text(junit.content())).hasSizeLessThan(4_000);
    }

    /** What surefire-test-report.xsd of Surefire 3 requires, and no more than it allows. */
    @Test
    void junitIsWhatSurefiresSchemaRequires() throws Exception {
        JUnitReport report = new JUnitReport("read-checksums", "org.example.app", () -> Duration.ofMillis(61_234));
        for (Verdict verdict : VERDICTS) {
            report.accept(verdict);
        }
        report.aborted("no more");

        Element suite = parsed(report);
        assertThat(attributes(suite)).containsExactly("errors", "failures", "name", "skipped", "tests", "time");
        assertThat(suite.getAttribute("name")).isEqualTo("org.example.app.read-checksums");
        assertThat(suite.getAttribute("time")).isEqualTo("61.234");
        for (String count : List.of("tests", "errors", "failures", "skipped")) {
            assertThat(suite.getAttribute(count)).matches("\\d+");
        }
        for (Element test : children(suite)) {
            assertThat(test.getTagName()).isEqualTo("testcase");
            assertThat(attributes(test)).containsExactly("classname", "name", "time");
            assertThat(test.getAttribute("time")).matches("\\d+(\\.\\d{1,3})?");
            for (Element result : children(test)) {
                assertThat(attributes(result))
                        .isEqualTo(
                                result.getTagName().equals("skipped")
                                        ? List.of("message")
                                        : List.of("message", "type"));
                assertThat(result.getTagName()).isIn("failure", "error", "skipped");
            }
        }
        assertThat(children(suite)).hasSize(Integer.parseInt(suite.getAttribute("tests")));
        assertThat(children(suite))
                .extracting(test -> test.getAttribute("name"))
                .doesNotHaveDuplicates();
    }

    @Test
    void junitHasATestForEachVerdict() throws Exception {
        Element suite = junit();

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(name(cases, 0)).isEqualTo("org.example.app.read-checksums: a\"<&>.jar CRC32 (d/SUMS)");
        assertThat(name(cases, 1)).isEqualTo("org.example.app.read-checksums: b\\xff CRC32 (d/SUMS)");
        assertThat(name(cases, 3)).isEqualTo("org.example.app.read-checksums: d/SUMS, line 4");
        assertThat(name(cases, 4)).isEqualTo("org.example.app.read-checksums: nothing verified");
    }

    @Test
    void junitSaysWhatIsWrongAndWhatWasLeftOut() throws Exception {
        Element suite = junit();

        assertThat(suite.getAttribute("failures")).isEqualTo("3");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("mismatch");
        assertThat(failure.getAttribute("message"))
                .isEqualTo("'b\\xff': mismatch, its CRC32 is 00000000, not 01020304 (d/SUMS, line 2)");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Element skipped = (Element) suite.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).isEqualTo("'c': missing (d/SUMS, line 3)");
    }

    private static Element junit() throws Exception {
        JUnitReport report = new JUnitReport("read-checksums", "org.example.app", () -> Duration.ofMillis(1234));
        for (Verdict verdict : VERDICTS) {
            report.accept(verdict);
        }
        return parsed(report);
    }

    private static Element parsed(JUnitReport report) throws Exception {
        byte[] xml = text(report.content()).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static List<Element> children(Element of) {
        List<Element> children = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<String> attributes(Element of) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < of.getAttributes().getLength(); i++) {
            names.add(of.getAttributes().item(i).getNodeName());
        }
        Collections.sort(names);
        return names;
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
