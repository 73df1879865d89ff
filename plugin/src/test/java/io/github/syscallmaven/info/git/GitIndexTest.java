package io.github.syscallmaven.info.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@code git ls-files}. */
class GitIndexTest {
    @TempDir
    Path folder;

    private GitSandbox git;
    private Path repository;

    @BeforeEach
    void sandbox() throws IOException {
        git = new GitSandbox(folder);
        repository = git.repository("indexed");
        fill();
    }

    private void fill() throws IOException {
        for (int length = 1; length < 20; length++) {
            GitSandbox.write(repository.resolve("x".repeat(length)), "");
            GitSandbox.write(repository.resolve("dir/" + "y".repeat(length) + "/z"), "");
        }
        GitSandbox.write(repository.resolve("Ω \t\"quoted\"\n"), "");
        git.git(repository, "add", ".");
        String blob = git.git(repository, "hash-object", "-w", "x").strip();
        String notUtf8 = "\"\\303\"";
        String endless = ("long".repeat(50) + "/").repeat(21) + "name";
        for (String name : List.of(notUtf8, endless, endless + "r")) {
            String entry = "100644 " + blob + "\t" + name + "\n";
            git.gitWithInput(repository, entry, "update-index", "--index-info");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void allNamesAreRead(int version) throws Exception {
        git.git(repository, "update-index", "--index-version=" + version);

        assertThat(names()).hasSizeGreaterThan(40).isEqualTo(ofGit());
        assertThat(Files.readAllBytes(index())[7]).isEqualTo((byte) version);
    }

    @Test
    void extendedFlagsArePassedOver() throws Exception {
        GitSandbox.write(repository.resolve("intended"), "");
        git.git(repository, "add", "-N", "intended");
        git.git(repository, "update-index", "--skip-worktree", "x", "xxx");

        assertThat(names()).isEqualTo(ofGit());
        assertThat(Files.readAllBytes(index())[7]).isEqualTo((byte) 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void namesOfLongerHashesAreRead(int version) throws Exception {
        repository = git.repository("sha256", "--object-format=sha256");
        fill();
        git.git(repository, "update-index", "--index-version=" + version);

        assertThat(names()).isEqualTo(ofGit());
    }

    @Test
    void namesAreReadDuringAConflict() throws Exception {
        repository = GitShape.MERGE_CONFLICT.make(git);

        assertThat(names()).isEqualTo(ofGit()).containsExactly("file", "file", "file");
    }

    @Test
    void submodulesAreMarked() throws Exception {
        repository = GitShape.SUPERPROJECT.make(git);

        GitIndex index = GitIndex.parse(Files.readAllBytes(index())).orElseThrow();

        assertThat(index.submodules()).hasToString("[part]");
        assertThat(names()).isEqualTo(ofGit());
    }

    @Test
    void anIndexThatIsSplitIsNotTakenForAWholeOne() throws Exception {
        git.git(repository, "update-index", "--split-index");

        assertThat(GitIndex.parse(Files.readAllBytes(index()))).isEmpty();
    }

    @Test
    void noNameIsMissingWithoutNotice() throws Exception {
        byte[] index = Files.readAllBytes(index());
        List<BytePath> all = GitIndex.parse(index).orElseThrow().names();
        for (int length = 0; length < index.length; length++) {
            Optional<GitIndex> part = GitIndex.parse(Arrays.copyOf(index, length));
            assertThat(part.map(GitIndex::names).orElse(all))
                    .as("%s of %s bytes", length, index.length)
                    .isEqualTo(all);
        }
    }

    @Test
    void damageIsNoMoreThanAnotherAnswer() throws Exception {
        Random random = new Random(Seed.next());
        for (String version : List.of("2", "4")) {
            git.git(repository, "update-index", "--index-version=" + version);
            byte[] index = Files.readAllBytes(index());
            for (int i = 0; i < 2_000; i++) {
                byte[] damaged = index.clone();
                damaged[random.nextInt(200)] = (byte) random.nextInt();
                // Whatever comes of it, it is no exception.
                GitIndex.parse(damaged)
                        .ifPresent(parsed -> assertThat(parsed.names()).isNotNull());
            }
        }
    }

    private Path index() {
        return repository.resolve(".git/index");
    }

    /** Byte by byte. */
    private List<String> names() throws IOException {
        return GitIndex.parse(Files.readAllBytes(index())).orElseThrow().names().stream()
                .map(name -> new String(name.toBytes(), ISO_8859_1))
                .toList();
    }

    private List<String> ofGit() {
        return List.of(git.gitBytes(repository, "ls-files", "-z").split("\0", -1)).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
