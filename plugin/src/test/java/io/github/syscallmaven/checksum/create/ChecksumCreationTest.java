package io.github.syscallmaven.checksum.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.checksum.create.CreationRequest.ListFile;
import io.github.syscallmaven.checksum.create.CreationRequest.SidecarOutput;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.checksum.list.write.SidecarStyle;
import io.github.syscallmaven.checksum.select.AntPatterns;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.Settled;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChecksumCreationTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Input ALL = new Input.Tree(BytePath.of(""), PathFilter.ALL);

    @TempDir
    Path folder;

    @Test
    void aListIsSortedByTheBytesOfTheNamesAndHasNeitherItselfNorTemporaries() throws Exception {
        for (String name : List.of("b", "a.d/x", "a/x", "Z", "ä", ".syscall-0123456789abcdef", "a b")) {
            write(name, "abc");
        }

        CreationReport report = create(request("SHA-256", ALL));

        assertThat(names("checksums.sha256")).containsExactly("Z", "a b", "a.d/x", "a/x", "b", "ä");
        assertThat(folder.resolve("checksums.sha256")).content().startsWith(SHA256_OF_ABC + "  Z\n");
        assertThat(report.totals().files()).isEqualTo(6);
        assertThat(report.totals().bytes()).isEqualTo(18);
        create(request("SHA-256", ALL));
        assertThat(names("checksums.sha256")).containsExactly("Z", "a b", "a.d/x", "a/x", "b", "ä");
    }

    @Test
    void inputsThatOverlapAreMergedIntoOneSortedList() throws Exception {
        for (String name : List.of("a/1", "a/2", "a.b", "b/1", "c")) {
            write(name, "abc");
        }

        create(request(
                "SHA-256",
                new Input.Named(BytePath.of("c")),
                new Input.Tree(BytePath.of("b"), PathFilter.ALL),
                new Input.Named(BytePath.of("a/2")),
                new Input.Tree(BytePath.of("a"), PathFilter.ALL),
                new Input.Tree(BytePath.of(""), new AntPatterns(List.of("a*", "b/*"), List.of()))));

        assertThat(names("checksums.sha256")).containsExactly("a.b", "a/1", "a/2", "b/1", "c");
    }

    @Test
    void filesOfTheSameNameInDifferentFoldersDoNotCollide() throws Exception {
        write("a/same", "abc");
        write("b/same", "other");

        create(request("SHA-256", ALL));

        assertThat(folder.resolve("checksums.sha256")).content().hasLineCount(2).contains(SHA256_OF_ABC + "  a/same");
    }

    @Test
    void aShorterListLeavesNothingOfALongerOne() throws Exception {
        write("a", "abc");
        write("b", "abc");
        create(request("SHA-256", ALL));
        Files.delete(folder.resolve("b"));

        CreationReport report = create(request("SHA-256", ALL));

        assertThat(folder.resolve("checksums.sha256")).hasContent(SHA256_OF_ABC + "  a\n");
        assertThat(report.lists()).containsValue(Outcome.REPLACED);
    }

    @Test
    void anUnchangedListIsNotTouched() throws Exception {
        write("a", "abc");
        create(request("SHA-256", ALL));
        FileTime before = Files.getLastModifiedTime(folder.resolve("checksums.sha256"));

        CreationReport report = create(request("SHA-256", ALL));

        assertThat(report.lists()).containsValue(Outcome.UNCHANGED);
        assertThat(Files.getLastModifiedTime(folder.resolve("checksums.sha256")))
                .isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "checksums.sha256");
    }

    @Test
    void oneListForEachAlgorithmAndStillOneReadOfEachFile() throws Exception {
        for (int i = 0; i < 10; i++) {
            write("f" + i, "abc");
        }
        AtomicLong opens = new AtomicLong();
        AtomicLong reads = new AtomicLong();
        FileIo counting = FilesIo.real(gate -> counting(gate, opens, reads));
        // What was written within the last tick of the clock is looked at twice.
        Settled.await(folder.resolve("f9"));

        create(counting, request("MD5,SHA-1,SHA-256,SHA-512", ALL), true);

        assertThat(folder.resolve("checksums.md5")).content().hasLineCount(10);
        assertThat(folder.resolve("checksums.sha512")).content().hasLineCount(10);
        assertThat(reads).hasValue(10);
        // Ten files; the root and the walked directory; for each of four lists its root, its folder, and its temporary
        // file.
        assertThat(opens).hasValue(10 + 2 + 4 * 3);
    }

    private static Gate counting(Gate gate, AtomicLong opens, AtomicLong reads) {
        return (number, a1, a2, a3, a4, a5, a6) -> {
            if (number == TestArch.THIS.number(Call.OPENAT) || number == TestArch.THIS.number(Call.OPENAT2)) {
                opens.incrementAndGet();
            } else if (number == TestArch.THIS.number(Call.PREAD64) || number == TestArch.THIS.number(Call.READ)) {
                reads.incrementAndGet();
            }
            return gate.syscall(number, a1, a2, a3, a4, a5, a6);
        };
    }

    @Test
    void oneListForAllAlgorithms() throws Exception {
        write("a", "abc");
        List<Algorithm> algorithms = algorithms("MD5,SHA-256");
        ListFile list = new ListFile(path(), BytePath.of("out/sums.txt"), ListFormat.BSD, algorithms);

        create(new CreationRequest(path(), List.of(ALL), algorithms, List.of(list), List.of(), null, Durability.FULL));

        assertThat(folder.resolve("out/sums.txt"))
                .hasContent("MD5 (a) = 900150983cd24fb0d6963f7d28e17f72\nSHA256 (a) = " + SHA256_OF_ABC + "\n");
    }

    @Test
    void sidecarsStandBesideTheirFilesAndAreNeverInputsThemselves() throws Exception {
        write("a", "abc");
        write("d/b", "abc");

        CreationReport report = create(sidecars("SHA-256,MD5", SidecarStyle.NAMED));
        CreationReport again = create(sidecars("SHA-256,MD5", SidecarStyle.NAMED));

        assertThat(report.sidecars()).isEqualTo(4);
        assertThat(again.totals().files()).isEqualTo(2);
        assertThat(folder.resolve("d/b.sha256")).hasContent(SHA256_OF_ABC + "  b\n");
        assertThat(folder.resolve("a.md5")).hasContent("900150983cd24fb0d6963f7d28e17f72  a\n");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "a.md5", "a.sha256", "d");
    }

    @Test
    void bareSidecarsAreByteByByteThoseOfMaven() throws Exception {
        write("a", "abc");

        create(sidecars("SHA-256", SidecarStyle.BARE));

        assertThat(Files.readAllBytes(folder.resolve("a.sha256")))
                .isEqualTo(SHA256_OF_ABC.getBytes(StandardCharsets.US_ASCII));
    }

    private CreationRequest sidecars(String algorithms, SidecarStyle style) {
        return new CreationRequest(
                path(),
                List.of(ALL),
                algorithms(algorithms),
                List.of(),
                List.of(),
                new SidecarOutput(style, null),
                Durability.NONE);
    }

    @Test
    void withoutFilesNothingIsWritten() throws Exception {
        CreationReport report = create(request("SHA-256", ALL, new Input.Tree(BytePath.of("no/dir"), PathFilter.ALL)));

        assertThat(report.totals().files()).isZero();
        assertThat(report.lists()).isEmpty();
        assertThat(report.warnings()).containsExactly("There is no directory '" + folder + "/no/dir'.");
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void whatIsNotARegularFileIsSkippedAndTold() throws Exception {
        write("a", "abc");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        CreationReport report = create(request("SHA-256", ALL));

        assertThat(names("checksums.sha256")).containsExactly("a");
        assertThat(report.skipped().count()).isEqualTo(2);
        assertThat(report.skipped().lines()).isEqualTo("  'link' is a symbolic link\n  'pipe' is a FIFO");
    }

    @Test
    void aNamedSymbolicLinkFails() throws Exception {
        write("a", "abc");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a"));

        assertThatThrownBy(() -> create(request("SHA-256", new Input.Named(BytePath.of("link")))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("symbolic link");
        assertThat(folder.resolve("checksums.sha256")).doesNotExist();
    }

    @Test
    void withoutFailFastAllUnreadableFilesAreNamedAndTheOldListStays() throws Exception {
        write("checksums.sha256", "old");
        write("a", "abc");
        write("b", "abc");
        FileIo io = FilesIo.with((name, sink) -> {
            throw new AccessDeniedException(name.toString(), null, "openat2: EACCES");
        });

        assertThatThrownBy(() -> create(io, request("SHA-256", ALL), false))
                .isInstanceOf(FilesFailedException.class)
                .hasMessageContaining("2 files could not be read")
                .hasMessageContaining("a: openat2: EACCES")
                .hasMessageContaining("b: openat2: EACCES");
        assertThat(folder.resolve("checksums.sha256")).hasContent("old");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "b", "checksums.sha256");
    }

    @Test
    void aFileThatGrowsMeanwhileIsNeverListed() throws Exception {
        write("a", "abc".repeat(100_000));
        FileIo io = FilesIo.with((name, sink) -> piece -> {
            Files.writeString(folder.resolve("a"), "more", StandardOpenOption.APPEND);
            sink.accept(piece);
        });

        assertThatThrownBy(() -> create(io, request("SHA-256", ALL), true))
                .isInstanceOf(ChangedWhileReadingException.class)
                .hasMessageContaining(folder + "/a");
        assertThat(folder.toFile().list()).containsExactly("a");
    }

    @Test
    void manyRunsAtATimeDoNotDisturbEachOther() throws Exception {
        Random random = new Random(5);
        List<Callable<String>> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Path own = Files.createDirectories(folder.resolve("module" + i));
            byte[] bytes = new byte[50_000 + i];
            random.nextBytes(bytes);
            for (int f = 0; f < 200; f++) {
                Files.write(own.resolve("f" + f), Arrays.copyOf(bytes, f * 250));
            }
            runs.add(() -> {
                BytePath base = BytePath.of(own.toString());
                create(FilesIo.real(), request(base, "SHA-256", ALL), true);
                return Files.readString(own.resolve("checksums.sha256"));
            });
        }
        List<String> alone = new ArrayList<>();
        for (Callable<String> run : runs) {
            alone.add(run.call());
        }

        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<String> together = new ArrayList<>();
        for (Future<String> future : pool.invokeAll(runs)) {
            together.add(future.get());
        }
        pool.shutdown();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void namedFilesOfAnyFolderAreListedAsTheRequestSays() throws Exception {
        write("base/b", "abc");
        write("elsewhere/x", "abc");
        BytePath elsewhere = BytePath.of(folder + "/elsewhere");
        Input other = new Input.Named(elsewhere, BytePath.of("x"), BytePath.of("a-1.0.jar"));
        Input.Named last = new Input.Named(elsewhere, BytePath.of("x"), BytePath.of("z"));

        CreationReport report = create(request(BytePath.of(folder + "/base"), "SHA-256", ALL, other, last, other));

        assertThat(names("base/checksums.sha256")).containsExactly("a-1.0.jar", "b", "z");
        assertThat(report.entries())
                .extracting(entry -> entry.name().toString())
                .containsExactly("a-1.0.jar", "b", "z");
    }

    @Test
    void aFileThatIsListedUnderAnotherNameIsNotListedAgainByItsOwn() throws Exception {
        write("a", "abc");
        write("b", "abc");

        create(request("SHA-256", ALL, new Input.Named(path(), BytePath.of("b"), BytePath.of("c"))));

        assertThat(names("checksums.sha256")).containsExactly("a", "c");
    }

    @Test
    void twoFilesCannotHaveOneName() throws Exception {
        write("a", "abc");
        write("b", "abc");

        assertThatThrownBy(() -> create(request(
                        "SHA-256",
                        new Input.Named(path(), BytePath.of("a"), BytePath.of("x")),
                        new Input.Named(path(), BytePath.of("b"), BytePath.of("x")))))
                .isInstanceOf(SameNameException.class)
                .hasMessageContainingAll(folder + "/a'", folder + "/b'", "would both be listed as 'x'");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void sidecarsCanStandInATreeOfTheirOwn() throws Exception {
        write("in/a", "abc");
        write("in/d/b", "abc");
        CreationRequest request = new CreationRequest(
                BytePath.of(folder + "/in"),
                List.of(ALL, new Input.Named(path(), BytePath.of("in/d/b"), BytePath.of("e/b-1.0"))),
                algorithms("SHA-256"),
                List.of(),
                List.of(),
                new SidecarOutput(SidecarStyle.NAMED, BytePath.of(folder + "/out/sums")),
                Durability.NONE);

        CreationReport report = create(request);

        assertThat(report.sidecars()).isEqualTo(2);
        assertThat(report.changedSidecars()).isEqualTo(2);
        assertThat(create(request).changedSidecars()).isZero();
        assertThat(folder.resolve("out/sums/a.sha256")).hasContent(SHA256_OF_ABC + "  a\n");
        assertThat(folder.resolve("out/sums/e/b-1.0.sha256")).hasContent(SHA256_OF_ABC + "  b-1.0\n");
        assertThat(folder.resolve("in").toFile().list()).containsExactlyInAnyOrder("a", "d");
    }

    private CreationReport create(CreationRequest request) throws IOException {
        return create(FilesIo.real(), request, true);
    }

    private static CreationReport create(FileIo io, CreationRequest request, boolean failFast) throws IOException {
        HashingOptions hashing = new HashingOptions(2, failFast, progress -> {}, System::nanoTime);
        return new ChecksumCreation(io, hashing, request, file -> {}).run();
    }

    private CreationRequest request(String algorithms, Input... inputs) {
        return request(path(), algorithms, inputs);
    }

    private static CreationRequest request(BytePath base, String names, Input... inputs) {
        List<Algorithm> algorithms = algorithms(names);
        List<ListFile> lists = algorithms.stream()
                .map(algorithm -> new ListFile(
                        base, BytePath.of("checksums." + algorithm.extension()), ListFormat.GNU, List.of(algorithm)))
                .toList();
        return new CreationRequest(base, List.of(inputs), algorithms, lists, List.of(), null, Durability.NONE);
    }

    private static List<Algorithm> algorithms(String names) {
        return Arrays.stream(names.split(",")).map(Listing.ALGORITHMS::named).toList();
    }

    private BytePath path() {
        return BytePath.of(folder.toString());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> names(String list) throws IOException {
        return Files.readAllLines(folder.resolve(list)).stream()
                .map(line -> line.substring(line.indexOf("  ") + 2))
                .toList();
    }
}
