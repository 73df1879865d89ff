package io.github.syscallmaven.io.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.io.RealTree;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Few descriptors, small files, little memory, and trees that are deeper and wider than these. */
class LimitsTest {
    /** The unit of {@code ulimit -f}, in bytes. */
    private static final int BLOCK = 512;

    private static final int LARGEST_FILE = 600 * 1024;

    @SuppressWarnings("NullAway.Init")
    private RealTree tree;

    @BeforeEach
    void create() throws IOException {
        tree = new RealTree(TestKernel.GATE);
        tree.directory("root");
    }

    @AfterEach
    void remove() throws Exception {
        tree.close();
    }

    /** What is printed under a limit by a JVM with these options that is given these commands. */
    private List<String> run(String limit, List<String> options, String... commands) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(tree.path("root").toString()));
        arguments.addAll(List.of(commands));
        // The JVM keeps open what it has looked for a class in, however many libraries the tests have.
        List<String> withClassPath = new ArrayList<>(options);
        withClassPath.addAll(List.of("-cp", Run.ownClassPath().collect(Collectors.joining(File.pathSeparator))));
        List<String> java = Run.java(withClassPath, FileCommands.class, arguments.toArray(String[]::new));
        return shell(limit + " && exec " + Run.quoted(java)).lines().toList();
    }

    private String shell(String script) throws Exception {
        Prerequisite.tool("find");
        String inRoot = "cd '" + tree.path("root") + "' && " + script;
        return Run.of("sh", "-c", inRoot).successful().output();
    }

    @Test
    void aTreeNeedsNoMoreDescriptorsForItsDepthOrWidth() throws Exception {
        CRC32 expected = new CRC32();
        for (int i = 0; i < 10_000; i++) {
            String name = "d%02d/f%02d".formatted(i / 100, i % 100);
            tree.file("root/wide/" + name, "text " + i);
            expected.update(("wide/" + name + "text " + i).getBytes(UTF_8));
        }

        assertThat(run(
                        "ulimit -n 64",
                        List.of("-Xmx64m"),
                        "write d^200/f text",
                        "write d^200/f other",
                        "write d^200/e^200/f deeper",
                        "read d^200/f",
                        "walk d",
                        "total d",
                        "total wide"))
                .hasSize(7)
                .startsWith("CREATED", "REPLACED", "CREATED", "other")
                .contains("[" + "d/".repeat(200) + "e/".repeat(200) + "f, " + "d/".repeat(200) + "f]")
                // At most one for the file that is being read, and a few that the JVM may open for itself meanwhile.
                .anyMatch(line -> line.matches("2 files, CRC [0-9a-f]+, [0-9] more descriptors"))
                .last(InstanceOfAssertFactories.STRING)
                .matches("10000 files, CRC %x, [0-9] more descriptors".formatted(expected.getValue()));
    }

    /** The JVM catches SIGXFSZ, which would end it, even where it is told to leave signals alone. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:auto", "-Xrs"})
    void aFileThatIsLargerThanAllowedLeavesTheOldOne(String option) throws Exception {
        tree.file("root/f", "old");
        String tooLarge = ": write: EFBIG (File too large)";

        assertThat(run(
                        "ulimit -f " + LARGEST_FILE / BLOCK,
                        List.of(option),
                        "write f x*" + (LARGEST_FILE + 1),
                        "full f x*2000000",
                        "once f x*2000000",
                        "new d/e/f x*2000000",
                        "read f",
                        "walk .",
                        "write f x*" + LARGEST_FILE,
                        "read f"))
                .containsExactly(
                        "FileSystemException: ROOT/f" + tooLarge,
                        "FileSystemException: ROOT/f" + tooLarge,
                        "FileSystemException: ROOT/f" + tooLarge,
                        "FileSystemException: ROOT/d/e/f" + tooLarge,
                        "old",
                        "[f]",
                        "REPLACED",
                        "x*" + LARGEST_FILE);
        assertThat(tree.list()).containsExactly(BytePath.of("root"), BytePath.of("root/f"));
    }

    @ParameterizedTest
    @CsvSource({"5000, 200, 11", "20000, 1, 41"})
    @Tag("stress")
    void aTreeOfVeryManyLevelsTakesLittleMemoryAndFewDescriptors(int levels, int length, int files) throws Exception {
        DeepTree.make(tree.path("root"), levels, length, 500, DeepTree.Beside.NOTHING);

        assertThat(run("ulimit -n 64", List.of("-Xmx64m"), "total ."))
                .singleElement()
                .asString()
                .matches(files + " files, CRC [0-9a-f]+, [0-9]+ more descriptors");
    }

    @Test
    void aTreeOfTwoThousandLevelsIsWalkedReadAndWritten() throws Exception {
        handleLevels("stat nothing", 2_000);
    }

    /** Every name is followed component by component, by millions of calls. */
    @Test
    @Tag("stress")
    void aTreeOfTwoThousandLevelsIsWalkedReadAndWrittenWithoutOpenat2() throws Exception {
        handleLevels("forbid OPENAT2 ENOSYS", 2_000);
    }

    /** A path of 12,000 bytes is three times what one call takes; other programs go it step by step. */
    private void handleLevels(String first, int count) throws Exception {
        String levels = "level/".repeat(count);
        tree.file("source", "theirs");
        shell("mkdir -p " + levels);
        shell("find . -type d -empty -execdir cp '" + tree.path("source") + "' {}/f ';'");
        String tooLong = "x".repeat(256);

        List<String> printed = run(
                "ulimit -n 64",
                List.of("-Xmx64m"),
                first,
                "walk .",
                "read level^" + count + "/f",
                "write level^" + count + "/f ours",
                "new level^" + count + "/g other",
                "new level^" + (count - 1) + "/made/" + tooLong + " text",
                "write made^" + count + "/" + tooLong + " text",
                "write made^" + count + "/f made",
                "total made");

        assertThat(printed.subList(1, 5)).containsExactly("[" + levels + "f]", "theirs", "REPLACED", "CREATED");
        assertThat(printed.subList(5, 7)).allMatch(line -> line.endsWith(": statx: ENAMETOOLONG (File name too long)"));
        assertThat(printed.get(7)).isEqualTo("CREATED");
        assertThat(printed.get(8)).matches("1 files, CRC [0-9a-f]+, [0-9] more descriptors");
        assertThat(shell("find level -name f -execdir cat {} ';'")).isEqualTo("ours");
        assertThat(shell("find level -name g -execdir cat {} ';'")).isEqualTo("other");
        assertThat(shell("find made -name f -execdir cat {} ';'")).isEqualTo("made");
        assertThat(shell("find . -type f | wc -l")).isEqualTo("3\n");
        // The root, and two times those; what was made for the names that are too long is gone.
        assertThat(shell("find . -type d | wc -l")).isEqualTo(1 + 2 * count + "\n");
    }
}
