package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.io.RealTree;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What seccomp(2) takes away is missed by nobody: the files and the verdicts are those of a kernel that offers all. */
class SandboxTest {
    private static final List<String> WRITES = List.of(
            "write d/f old",
            "write d/f new*20000",
            "write d/f new*20000",
            "full d/f newer",
            "once d/f newer",
            "once d/f newest",
            "new d/f other",
            "new e/f other",
            "read d/f",
            "read e/f",
            "stat d/f",
            "stat nothing",
            "walk .");
    private static final List<String> RESULTS_OF_WRITES = List.of(
            "REPLACED",
            "REPLACED",
            "UNCHANGED",
            "REPLACED",
            "UNCHANGED",
            "REPLACED",
            "FileAlreadyExistsException: ROOT/d/f: it exists, and is not to be replaced",
            "CREATED",
            "newest",
            "other",
            "REGULAR 0640 6 bytes",
            "nothing",
            "[d/f, e/f, fifo FIFO, in SYMLINK, out SYMLINK, outer SYMLINK]");

    private static final List<String> ESCAPES =
            List.of("../outside/x", "/etc/hostname", "outer", "out/x", "in/f", "fifo");

    private static List<String> escapes() {
        return ESCAPES.stream()
                .flatMap(name ->
                        Stream.of("read ", "write ", "once ", "new ", "walk ").map(use -> use + name + " stolen"))
                .toList();
    }

    private record Seen(List<String> printed, List<BytePath> names, String outside) {}

    /** Of a failure only the kind and the file: which call found it out may differ. */
    private static List<String> verdicts(List<String> printed) {
        return printed.stream()
                .map(line -> line.replaceFirst("(Exception: [^:]*): .*", "$1"))
                .toList();
    }

    /** The commands of another list come first. */
    private static Seen run(List<String> first) throws Exception {
        RealTree tree = new RealTree(TestKernel.GATE);
        try {
            tree.file("outside/x", "secret");
            tree.file("root/d/f", "older");
            tree.permissions("root/d/f", 0640);
            tree.link("root/outer", "../outside/x");
            tree.link("root/out", "../outside");
            tree.link("root/in", "d");
            tree.special("root/fifo", FileType.FIFO);
            List<String> arguments = new ArrayList<>(List.of(tree.path("root").toString()));
            arguments.addAll(first);
            arguments.addAll(WRITES);
            arguments.addAll(escapes());
            Run run = Run.of(Run.java(List.of(), FileCommands.class, arguments.toArray(String[]::new)))
                    .successful();
            return new Seen(run.lines().toList(), tree.list(), tree.text("outside/x"));
        } finally {
            tree.close();
        }
    }

    @SuppressWarnings("NullAway.Init")
    private static Seen unrestricted;

    @BeforeAll
    static void runUnrestricted() throws Exception {
        unrestricted = run(List.of());
    }

    @Test
    void withoutOneEverythingIsAsItShouldBe() throws Exception {
        List<String> printed = unrestricted.printed;

        assertThat(printed.subList(0, WRITES.size())).isEqualTo(RESULTS_OF_WRITES);
        assertThat(printed.subList(WRITES.size(), printed.size()))
                .hasSize(30)
                .allSatisfy(line ->
                        assertThat(line).matches("RefusedException: .*|FileSystemException: ROOT/fifo: .*ENOTDIR.*"));
        assertThat(unrestricted.outside).isEqualTo("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "ENOSYS, OPENAT2",
        "ENOSYS, STATX",
        "ENOSYS, RENAMEAT2",
        "ENOSYS, GETRANDOM",
        "ENOSYS, OPENAT2 STATX RENAMEAT2 GETRANDOM",
        "ENOSYS, OPENAT2 STATX RENAMEAT2 GETRANDOM FADVISE64 FLOCK",
        "EPERM, OPENAT2",
        "EPERM, STATX",
        "EPERM, RENAMEAT2",
        "EPERM, GETRANDOM",
        "EPERM, OPENAT2 STATX RENAMEAT2 GETRANDOM",
        "EPERM, OPENAT2 STATX RENAMEAT2 GETRANDOM FADVISE64 FLOCK",
    })
    void changesNothing(String errno, String calls) throws Exception {
        List<String> forbidden = List.of(calls.split(" ", -1));
        List<String> commands =
                forbidden.stream().map(call -> "forbid " + call + " " + errno).toList();
        List<String> answers = forbidden.stream()
                .map(call -> Call.valueOf(call) + ": " + errno)
                .toList();

        Seen seen = run(commands);

        assertThat(seen.printed.subList(0, answers.size())).isEqualTo(answers);
        assertThat(verdicts(seen.printed.subList(answers.size(), seen.printed.size())))
                .isEqualTo(verdicts(unrestricted.printed));
        assertThat(seen.names).isEqualTo(unrestricted.names);
        assertThat(seen.outside).isEqualTo(unrestricted.outside);
    }

    /** As when a container's runtime or another plugin restricts the process that has begun already. */
    @Test
    void mayComeWhenFilesAreInUseAlready() throws Exception {
        List<String> commands = List.of(
                "write first/f text",
                "new first/g text",
                "read first/f",
                "forbid OPENAT2 EPERM",
                "forbid STATX EPERM",
                "forbid RENAMEAT2 EPERM",
                "forbid GETRANDOM EPERM",
                "write first/f text",
                "write first/f other",
                "new first/g other");
        List<String> results = List.of(
                "CREATED",
                "CREATED",
                "text",
                "openat2: EPERM",
                "statx: EPERM",
                "renameat2: EPERM",
                "getrandom: EPERM",
                "UNCHANGED",
                "REPLACED",
                "FileAlreadyExistsException: ROOT/first/g: it exists, and is not to be replaced");

        List<String> printed = run(commands).printed;

        assertThat(printed.subList(0, results.size())).isEqualTo(results);
        assertThat(verdicts(printed.subList(results.size(), printed.size())))
                .isEqualTo(verdicts(unrestricted.printed).stream()
                        .map(line -> line.replace("fifo FIFO", "fifo FIFO, first/f, first/g"))
                        .toList());
    }
}
