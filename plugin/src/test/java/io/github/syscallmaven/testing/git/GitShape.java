package io.github.syscallmaven.testing.git;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.IntStream;

/** The shapes that repositories come in. */
public enum GitShape {
    NORMAL {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "normal");
            git.git(repository, "tag", "light");
            return repository;
        }
    },
    SUBDIRECTORY {
        @Override
        public Path make(GitSandbox git) {
            Path module = tagged(git, "reactor").resolve("a/b");
            GitSandbox.write(module.resolve("new"), "untracked, in a module\n");
            return module;
        }
    },
    AHEAD_AND_BEHIND {
        @Override
        public Path make(GitSandbox git) {
            Path upstream = tagged(git, "upstream");
            Path clone = clone(git, upstream, "ahead");
            git.commit(upstream, "Theirs");
            git.commit(clone, "Ours");
            git.commit(clone, "Ours too");
            git.git(clone, "fetch", "-q");
            return clone;
        }
    },
    UPSTREAM_GONE {
        @Override
        public Path make(GitSandbox git) {
            Path clone = clone(git, tagged(git, "upstream"), "orphaned");
            git.git(clone, "update-ref", "-d", "refs/remotes/origin/main");
            return clone;
        }
    },
    LINKED_WORKTREE {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "main checkout");
            Path worktree = git.folder.resolve("linked");
            git.git(repository, "worktree", "add", "-q", "-b", "feature", worktree.toString());
            git.commit(worktree, "Only here");
            GitSandbox.write(worktree.resolve("file"), "dirty only here\n");
            return worktree;
        }
    },
    WORKTREE_OF_BARE {
        @Override
        public Path make(GitSandbox git) {
            Path project = git.folder.resolve("project");
            git.git(git.folder, "clone", "-q", "--bare", tagged(git, "upstream").toString(), project + "/.bare");
            GitSandbox.write(project.resolve(".git"), "gitdir: ./.bare\n");
            git.git(project, "worktree", "add", "-q", "main");
            return project.resolve("main");
        }
    },
    SUBMODULE {
        @Override
        public Path make(GitSandbox git) {
            return superproject(git).resolve("part");
        }
    },
    SUPERPROJECT {
        @Override
        public Path make(GitSandbox git) {
            return superproject(git);
        }
    },
    SUPERPROJECT_OF_DIRTY {
        @Override
        public Path make(GitSandbox git) {
            Path superproject = superproject(git);
            GitSandbox.write(superproject.resolve("part/file"), "changed\n");
            return superproject;
        }
    },
    SUPERPROJECT_OF_UNTRACKED {
        @Override
        public Path make(GitSandbox git) {
            Path superproject = superproject(git);
            GitSandbox.write(superproject.resolve("part/new"), "untracked\n");
            return superproject;
        }
    },
    NESTED {
        @Override
        public Path make(GitSandbox git) {
            git.git(tagged(git, "outer"), "checkout", "-q", "-b", "outside");
            return git.repository("outer/inner");
        }
    },
    DETACHED {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "detached");
            git.git(repository, "checkout", "-q", "HEAD~1");
            return repository;
        }
    },
    DETACHED_AT_TAG {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "detached");
            git.git(repository, "checkout", "-q", "v1.0");
            return repository;
        }
    },
    BRANCH_CALLED_DETACHED {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "called");
            git.git(repository, "checkout", "-q", "-b", "(detached)");
            return repository;
        }
    },
    DETACHED_BESIDE_SUCH_A_BRANCH {
        @Override
        public Path make(GitSandbox git) {
            Path repository = BRANCH_CALLED_DETACHED.make(git);
            git.git(repository, "checkout", "-q", "--detach");
            return repository;
        }
    },
    WORKTREE_ON_SUCH_A_BRANCH {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "called");
            Path worktree = git.folder.resolve("linked");
            git.git(repository, "worktree", "add", "-q", "-b", "(detached)", worktree.toString());
            return worktree;
        }
    },
    ONLY_REMOTE_IS_UPSTREAM {
        @Override
        public Path make(GitSandbox git) {
            Path upstream = tagged(git, "upstream");
            Path clone = git.folder.resolve("forked");
            git.git(git.folder, "clone", "-q", "-o", "up.stream", upstream.toString(), clone.toString());
            git.git(clone, "config", "remote.pushDefault", "elsewhere");
            return clone;
        }
    },
    TWO_REMOTES_WITHOUT_ORIGIN {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "two");
            git.git(repository, "remote", "add", "one", "https://example.org/one.git");
            git.git(repository, "remote", "add", "two", "https://example.org/two.git");
            return repository;
        }
    },
    SHA256 {
        @Override
        public Path make(GitSandbox git) {
            boolean supported = git.ask(git.folder, "init", "-q", "--object-format=sha256", "probe")
                    .isPresent();
            assumeHere(supported, "this git cannot make SHA-256 repositories");
            Path repository = git.repository("sha256", "--object-format=sha256");
            git.tag(repository, "v1.0");
            git.commit(repository, "Second");
            return repository;
        }
    },
    NO_TAGS {
        @Override
        public Path make(GitSandbox git) {
            return git.repository("untagged");
        }
    },
    LIGHT_TAGS_ONLY {
        @Override
        public Path make(GitSandbox git) {
            Path repository = git.repository("light");
            git.git(repository, "tag", "light");
            return repository;
        }
    },
    MANY_TAGS {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "many");
            String create = IntStream.range(0, 5000)
                    .mapToObj(i -> "create refs/tags/build-" + i + (i % 50 == 0 ? " HEAD\n" : " HEAD~1\n"))
                    .collect(joining());
            String main = git.git(repository, "rev-parse", "HEAD").strip();
            String before = git.git(repository, "rev-parse", "HEAD~1").strip();
            git.gitWithInput(
                    repository, create.replace("HEAD~1", before).replace("HEAD", main), "update-ref", "--stdin");
            return repository;
        }
    },
    TAG_THAT_LOOKS_LIKE_A_DESCRIPTION {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "confusing");
            git.tag(repository, "v2-3-gabcdef0");
            return repository;
        }
    },
    COMMIT_AFTER_SUCH_A_TAG {
        @Override
        public Path make(GitSandbox git) {
            Path repository = TAG_THAT_LOOKS_LIKE_A_DESCRIPTION.make(git);
            git.commit(repository, "One more");
            return repository;
        }
    },
    LIGHT_TAG_THAT_LOOKS_LIKE_THE_DESCRIPTION {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "mistaken");
            git.git(repository, "tag", git.git(repository, "describe").strip());
            return repository;
        }
    },
    TAGS_WITH_PUNCTUATION {
        @Override
        public Path make(GitSandbox git) {
            Path repository = git.repository("punctuation");
            git.tag(repository, "release/1,2-(x)%H-go");
            git.git(repository, "tag", "a,b");
            return repository;
        }
    },
    DIRTY_TRACKED {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "dirty");
            GitSandbox.write(repository.resolve("file"), "changed\n");
            return repository;
        }
    },
    DIRTY_STAGED {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "staged");
            git.git(repository, "mv", "file", "renamed");
            return repository;
        }
    },
    DIRTY_DELETED {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "deleted");
            remove(repository.resolve("file"));
            return repository;
        }
    },
    DIRTY_UNTRACKED {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "untracked");
            GitSandbox.write(repository.resolve("new dir/new"), "untracked\n");
            return repository;
        }
    },
    IGNORED_ONLY {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "ignored");
            GitSandbox.write(repository.resolve(".git/info/exclude"), "target\n");
            GitSandbox.write(repository.resolve("target/classes/A.class"), "ignored\n");
            return repository;
        }
    },
    TOUCHED_ONLY {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "touched");
            touch(repository.resolve("file"));
            return repository;
        }
    },
    MERGE_COMMIT {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "merged");
            git.git(repository, "checkout", "-q", "-b", "side", "v1.0");
            git.commit(repository, "Aside");
            git.git(repository, "checkout", "-q", "main");
            git.git(repository, "merge", "-q", "--no-edit", "side");
            return repository;
        }
    },
    MERGE_CONFLICT {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "conflict");
            git.git(repository, "checkout", "-q", "-b", "side", "v1.0");
            GitSandbox.write(repository.resolve("file"), "theirs\n");
            git.commit(repository, "Theirs");
            git.git(repository, "checkout", "-q", "main");
            GitSandbox.write(repository.resolve("file"), "ours\n");
            git.commit(repository, "Ours");
            git.ask(repository, "merge", "side");
            return repository;
        }
    },
    REBASE_IN_PROGRESS {
        @Override
        public Path make(GitSandbox git) {
            Path repository = MERGE_CONFLICT.make(git);
            git.git(repository, "merge", "--abort");
            git.ask(repository, "rebase", "side");
            return repository;
        }
    },
    NOT_ASCII {
        @Override
        public Path make(GitSandbox git) {
            assumeHere(System.getProperty("sun.jnu.encoding").equals("UTF-8"), "this locale has no names but ASCII");
            Path repository = git.repository("пример 例");
            git.git(repository, "checkout", "-q", "-b", "feature/größe-例");
            git.git(repository, "config", "user.name", "Bjørn Håkon 例");
            GitSandbox.write(repository.resolve("Ω \t\"quoted\".txt"), "staged\n");
            git.git(repository, "add", ".");
            git.commit(repository, "Größe: 例 🚀\n\nZweite Zeile");
            git.git(repository, "tag", "-a", "-m", "x", "ausgabe-ä");
            GitSandbox.write(repository.resolve("nouveau né"), "untracked\n");
            return repository;
        }
    },
    LATIN1_COMMIT {
        @Override
        public Path make(GitSandbox git) {
            Path repository = git.repository("latin1");
            git.git(repository, "config", "i18n.commitEncoding", "ISO-8859-1");
            git.git(repository, "config", "i18n.logOutputEncoding", "ISO-8859-1");
            GitSandbox.writeLatin1(repository.resolve(".git/message"), "Größe\n");
            git.git(repository, "commit", "-q", "--allow-empty", "-F", ".git/message");
            return repository;
        }
    },
    LONG_MESSAGE {
        @Override
        public Path make(GitSandbox git) {
            Path repository = git.repository("message");
            git.commit(
                    repository,
                    "\n  Two lines\nof subject\n\nBody: 100 % = \\u0041 #!\r\n\n\tindented\n\nSigned: x\n\n");
            return repository;
        }
    },
    CRLF_MESSAGE {
        @Override
        public Path make(GitSandbox git) {
            Path repository = git.repository("crlf");
            git.commit(repository, "Sub\r\nject\r\n\r\nBody\r\n\r\nlone \r return\r\n");
            return repository;
        }
    },
    EMPTY_MESSAGE {
        @Override
        public Path make(GitSandbox git) {
            Path repository = git.repository("silent");
            git.commit(repository, "");
            return repository;
        }
    },
    MESSAGE_OF_PLACEHOLDERS {
        @Override
        public Path make(GitSandbox git) {
            Path repository = git.repository("placeholders");
            git.commit(repository, "%(describe:tags=false) %H%x00 # branch.oid (initial)");
            return repository;
        }
    },
    SPARSE {
        @Override
        public Path make(GitSandbox git) {
            Path repository = git.repository("sparse");
            GitSandbox.write(repository.resolve("in/file"), "in\n");
            GitSandbox.write(repository.resolve("out/file"), "out\n");
            git.git(repository, "add", ".");
            git.commit(repository, "Two directories");
            git.git(repository, "sparse-checkout", "set", "in");
            return repository;
        }
    },
    FILE_SYSTEM_MONITOR {
        @Override
        public Path make(GitSandbox git) {
            Path repository = tagged(git, "monitored");
            Path hook = repository.resolve(".git/monitor");
            GitSandbox.write(hook, "#!/bin/sh\nprintf 'token\\0/\\0'\n");
            hook.toFile().setExecutable(true);
            git.git(repository, "config", "core.fsmonitor", hook.toString());
            git.git(repository, "status");
            GitSandbox.write(repository.resolve("file"), "changed\n");
            return repository;
        }
    },
    PARTIAL_CLONE {
        @Override
        public Path make(GitSandbox git) {
            Path upstream = tagged(git, "upstream");
            git.git(upstream, "config", "uploadpack.allowFilter", "true");
            Path clone = git.folder.resolve("partial");
            git.git(git.folder, "clone", "-q", "--filter=blob:none", "file://" + upstream, clone.toString());
            return clone;
        }
    },
    HOSTILE_CONFIGURATION {
        @Override
        public Path make(GitSandbox git) {
            Path repository = AHEAD_AND_BEHIND.make(git);
            GitSandbox.write(repository.resolve("new"), "untracked\n");
            String[][] settings = {
                {"status.showUntrackedFiles", "no"},
                {"status.aheadBehind", "false"},
                {"status.showStash", "true"},
                {"status.renames", "copies"},
                {"status.branch", "false"},
                {"status.relativePaths", "true"},
                {"color.ui", "always"},
                {"core.abbrev", "12"},
                {"format.pretty", "raw"},
                {"log.showSignature", "true"},
                {"log.decorate", "full"},
                {"log.excludeDecoration", "refs/tags/*"},
                {"log.date", "relative"},
                {"log.abbrevCommit", "true"},
                {"i18n.logOutputEncoding", "UTF-16"},
                {"alias.status", "!false"},
                {"pager.log", "true"},
                {"core.pager", "false"}
            };
            for (String[] setting : settings) {
                git.git(repository, "config", setting[0], setting[1]);
            }
            git.git(repository, "tag", "light");
            return repository;
        }
    };

    /** Makes one, and names the directory from which it is read. */
    public abstract Path make(GitSandbox git);

    /** Three commits, the first of them tagged. */
    public static Path tagged(GitSandbox git, String name) {
        Path repository = git.repository(name);
        git.tag(repository, "v1.0");
        git.commit(repository, "Second");
        git.commit(repository, "Third");
        return repository;
    }

    static Path clone(GitSandbox git, Path upstream, String name) {
        Path clone = git.folder.resolve(name);
        git.git(git.folder, "clone", "-q", upstream.toString(), clone.toString());
        return clone;
    }

    /** Skips with this reason; under continuous integration it fails. */
    private static void assumeHere(boolean possible, String reason) {
        assertThat(possible || !"true".equals(System.getenv("CI")))
                .describedAs(reason)
                .isTrue();
        assumeTrue(possible, reason);
    }

    private static Path superproject(GitSandbox git) {
        Path part = tagged(git, "part");
        Path superproject = git.repository("super");
        git.git(superproject, "submodule", "--quiet", "add", part.toString(), "part");
        git.commit(superproject, "Add a part");
        return superproject;
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
