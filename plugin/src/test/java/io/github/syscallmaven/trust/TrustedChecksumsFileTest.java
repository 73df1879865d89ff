package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.syscallmaven.trust.FileProblem.Kind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedChecksumsFileTest {
    private static final String ONE = "1".repeat(64);
    private static final String AB = "ab".repeat(32);

    private static TrustedChecksumsFile parse(String... lines) {
        return TrustedChecksumsFile.parse((String.join("\n", lines) + "\n").getBytes(UTF_8), TrustedAlgorithm.SHA_256);
    }

    private static List<Kind> problems(TrustedChecksumsFile file) {
        return file.problems().stream().map(FileProblem::kind).toList();
    }

    private static String text(TrustedChecksumsFile file) {
        return new String(file.bytes(), UTF_8);
    }

    @Test
    void aFileOfOursHasNoProblemsAndIsWrittenAsItWasRead() {
        String[] lines = {
            "# update by mvn syscall:write-trusted-checksums",
            "",
            ONE + "  g/a-b/1/a-b-1.jar",
            "# licensed, see LEGAL-7",
            "# until 2027",
            AB + "  g/a/1.0/a-1.0.pom",
            "# that is all",
        };
        TrustedChecksumsFile file = parse(lines);
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().get(1).comments()).containsExactly("# licensed, see LEGAL-7", "# until 2027");
        assertThat(text(file)).isEqualTo(String.join("\n", lines) + "\n");
    }

    @Test
    void linesAreSortedByTheBytesOfTheirPaths() {
        TrustedChecksumsFile file = TrustedChecksumsFile.EMPTY.with(List.of(
                new TrustedEntry("g/\ud83d\ude00/1/\ud83d\ude00-1.jar", ONE, List.of(), 0),
                new TrustedEntry("g/\uff5e/1/\uff5e-1.jar", ONE, List.of(), 0),
                new TrustedEntry("g/b/1/b-1.jar", ONE, List.of(), 0),
                new TrustedEntry("G/c/1/c-1.jar", ONE, List.of(), 0),
                new TrustedEntry("g/a/1/a-1.jar", ONE, List.of(), 0)));
        assertThat(file.entries())
                .extracting(TrustedEntry::path)
                .containsExactly(
                        "G/c/1/c-1.jar",
                        "g/a/1/a-1.jar",
                        "g/b/1/b-1.jar",
                        "g/\uff5e/1/\uff5e-1.jar",
                        "g/\ud83d\ude00/1/\ud83d\ude00-1.jar");
        assertThat(problems(TrustedChecksumsFile.parse(file.bytes(), TrustedAlgorithm.SHA_256)))
                .isEmpty();
    }

    @Test
    void linesThatMavenDropsAreUnderstoodAndReported() {
        TrustedChecksumsFile file = parse(
                AB + " g/a/1/a-1.jar",
                AB + " *g/b/1/b-1.jar",
                AB.toUpperCase(Locale.ROOT) + "  g/c/1/c-1.jar",
                "SHA256 (g/d/1/d-1.jar) = " + AB);
        assertThat(problems(file)).containsExactly(Kind.SEPARATOR, Kind.SEPARATOR, Kind.UPPER_CASE, Kind.MALFORMED);
        assertThat(file.problems()).allMatch(problem -> problem.kind().isHarmful());
        assertThat(text(file))
                .isEqualTo(AB + "  g/a/1/a-1.jar\n" + AB + "  g/b/1/b-1.jar\n" + AB + "  g/c/1/c-1.jar\n");
    }

    @Test
    void theLastOfTwoLinesCountsAndTheOtherIsNotLost() {
        TrustedChecksumsFile file = parse(ONE + "  g/a/1/a-1.jar", AB + "  g/a/1/a-1.jar", AB + "  g/a/1/a-1.jar");
        assertThat(file.problems())
                .extracting(FileProblem::kind, FileProblem::line)
                .containsExactly(tuple(Kind.CONTRADICTION, 2), tuple(Kind.DUPLICATE, 3));
        assertThat(file.entries()).extracting(TrustedEntry::hash).containsExactly(AB);
        assertThat(file.lines()).extracting(TrustedEntry::hash).containsExactlyInAnyOrder(ONE, AB, AB);
    }

    @Test
    void conflictMarkersAreReportedWithTheirLines() {
        TrustedChecksumsFile file = parse(
                "<<<<<<< HEAD", ONE + "  g/a/1/a-1.jar", "=======", AB + "  g/a/2/a-2.jar", ">>>>>>> update a to 2");
        assertThat(file.problems())
                .filteredOn(problem -> problem.kind() == Kind.CONFLICT_MARKER)
                .extracting(FileProblem::line)
                .containsExactly(1, 3, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "'g/b/1/b-1.jar|g/a/1/a-1.jar|', UNSORTED",
        "'g/a/1/a-1.jar', NO_FINAL_NEWLINE",
        "'g/a/1/a-1.jar\r|', CARRIAGE_RETURN",
        "'g/a/1/b-1.jar|', UNKNOWN_PATH",
        "'../../etc/passwd|', UNKNOWN_PATH",
    })
    void whatElseCanBeWrong(String paths, Kind kind) {
        String file =
                ONE + "  " + paths.replaceAll("\\|(?=.)", "\n" + ONE + "  ").replace('|', '\n');
        assertThat(problems(TrustedChecksumsFile.parse(file.getBytes(UTF_8), TrustedAlgorithm.SHA_256)))
                .containsExactly(kind);
    }

    @Test
    void aByteOrderMarkAndBytesThatAreNotUtf8AreReported() {
        byte[] bytes = ("\ufeff" + ONE + "  g/a/1/a-1.jar\n#?\n").getBytes(UTF_8);
        bytes[bytes.length - 2] = (byte) 0xff;
        TrustedChecksumsFile file = TrustedChecksumsFile.parse(bytes, TrustedAlgorithm.SHA_256);
        assertThat(problems(file)).containsExactly(Kind.BYTE_ORDER_MARK, Kind.NOT_UTF_8);
        assertThat(file.entries()).extracting(TrustedEntry::path).containsExactly("g/a/1/a-1.jar");
    }

    @Test
    void aHashOfAnotherAlgorithmIsReported() {
        assertThat(problems(TrustedChecksumsFile.parse(
                        (ONE + "  g/a/1/a-1.jar\n").getBytes(UTF_8), TrustedAlgorithm.SHA_512)))
                .containsExactly(Kind.WRONG_LENGTH);
    }

    @Test
    void aMessageCannotMoveTheCursor() {
        assertThat(parse("\u001b[2Jx").problems().get(0).toString())
                .isEqualTo("line 1 is not a digest, two blanks and a path; Maven ignores the line: '\\u001b[2Jx'");
    }
}
