package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.info.Note;
import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A repository of 100,000 commits, a tenth of them merges, 10,000 references and 2,000 files. Shows what each command
 * took.
 */
@Tag("stress")
class GitLargeRepositoryTest {
    private static final int COMMITS = 100_000;
    private static final int FILES = 2_000;
    private static final int TAGS = 2_500;
    private static final int BRANCHES = 5_000;

    @TempDir
    Path folder;

    private GitSandbox git;
    private Path repository;

    @BeforeEach
    void make() {
        git = new GitSandbox(folder);
        repository = folder.resolve("large");
        git.git(folder, "init", "-q", repository.toString());
        git.gitWithInput(repository, stream(), "fast-import", "--quiet", "--done");
        git.git(repository, "reset", "-q", "--hard", "main");
    }

    /** For git-fast-import(1). */
    private static String stream() {
        StringBuilder stream = new StringBuilder(COMMITS * 160);
        for (int i = 1; i <= COMMITS; i++) {
            stream.append("commit refs/heads/main\nmark :").append(i).append("\ncommitter A <a@example.org> ");
            stream.append(1_500_000_000 + i * 60).append(" +0000\ndata 1\nc\n");
            if (i > 1) {
                stream.append("from :").append(i - 1).append('\n');
            }
            if (i > 10 && i % 10 == 0) {
                stream.append("merge :").append(i - 7).append('\n');
            }
            for (int file = i == 1 ? 0 : i % FILES; file < (i == 1 ? FILES : i % FILES + 1); file++) {
                stream.append("M 644 inline d").append(file % 50).append("/f").append(file);
                stream.append("\ndata <<.\n").append(i).append("\n.\n");
            }
            stream.append('\n');
        }
        for (int i = 0; i < TAGS; i++) {
            stream.append("tag annotated-").append(i).append("\nfrom :").append(COMMITS / TAGS * i + 1);
            stream.append("\ntagger A <a@example.org> 1600000000 +0000\ndata 1\nt\n");
            stream.append("reset refs/tags/light-").append(i).append("\nfrom :");
            stream.append(COMMITS / TAGS * i + 20).append("\n\n");
        }
        for (int i = 0; i < BRANCHES; i++) {
            stream.append("reset refs/remotes/origin/b").append(i).append("\nfrom :");
            stream.append(COMMITS / BRANCHES * i + 7).append("\n\n");
        }
        return stream.append("done\n").toString();
    }

    @Test
    void everyKeySaysWhatGitSays() throws GitException {
        show("loose references, newest commit");
        git.git(repository, "pack-refs", "--all");
        show("packed references, newest commit");
        git.git(repository, "checkout", "-q", "HEAD~50000");
        show("packed references, commit of half way");
    }

    private void show(String what) throws GitException {
        GitInfo info = git.cache()
                .read(GitSandbox.files(), GitRequests.of(repository.toString(), EnumSet.allOf(GitKey.class)))
                .orElseThrow();

        System.out.println(what + ":");
        info.notes().stream()
                .map(Note::text)
                .filter(text -> !text.startsWith(" "))
                .map(text -> "  " + text.replaceAll("^(git \\S+).*: (\\d+ ms), in .*", "$1: $2"))
                .forEach(System.out::println);
        SortedMap<String, String> known = new GitOracle(git, repository).values();
        assertThat(info.values()).containsExactlyInAnyOrderEntriesOf(known);
    }
}
