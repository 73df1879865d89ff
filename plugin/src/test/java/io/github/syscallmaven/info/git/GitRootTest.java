package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is called {@code .git} and is no repository, which git passes over. */
class GitRootTest {
    @TempDir
    Path folder;

    private GitSandbox git;

    @BeforeEach
    void sandbox() {
        git = new GitSandbox(folder);
    }

    enum Foreign {
        EMPTY_DIRECTORY {
            @Override
            void make(Path entry) throws IOException {
                Files.createDirectories(entry);
            }
        },
        EMPTY_FILE {
            @Override
            void make(Path entry) throws IOException {
                Files.createFile(entry);
            }
        },
        OTHER_FILE {
            @Override
            void make(Path entry) throws IOException {
                Files.writeString(entry, "something else\n");
            }
        },
        FIFO {
            @Override
            void make(Path entry) throws IOException {
                run("mkfifo", entry.toString());
            }
        },
        DANGLING_LINK {
            @Override
            void make(Path entry) throws IOException {
                Files.createSymbolicLink(entry, Path.of("nowhere"));
            }
        },
        LINK_TO_ITSELF {
            @Override
            void make(Path entry) throws IOException {
                Files.createSymbolicLink(entry, entry);
            }
        },
        DIRECTORY_WITH_ANOTHER_HEAD {
            @Override
            void make(Path entry) throws IOException {
                Files.createDirectories(entry.resolve("objects"));
                Files.createDirectories(entry.resolve("refs"));
                Files.writeString(entry.resolve("HEAD"), "<html><head>\n");
            }
        },
        DIRECTORY_WITHOUT_OBJECTS {
            @Override
            void make(Path entry) throws IOException {
                Files.createDirectories(entry.resolve("refs"));
                Files.writeString(entry.resolve("HEAD"), "ref: refs/heads/main\n");
            }
        };

        abstract void make(Path entry) throws IOException;

        private static void run(String... command) throws IOException {
            try {
                assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aboveTheProjectItIsNoRepository(Foreign foreign) throws Exception {
        foreign.make(folder.resolve(".git"));
        Path project = Files.createDirectories(folder.resolve("a/b"));

        assertThat(read(project)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withinARepositoryItIsPassedOver(Foreign foreign) throws Exception {
        Path repository = GitShape.tagged(git, "whole");
        Path module = Files.createDirectories(repository.resolve("module"));
        foreign.make(module.resolve(".git"));

        assertThat(read(module)).hasValueSatisfying(info -> {
            assertThat(info.root()).isEqualTo(repository.toString());
            assertThat(info.values()).containsEntry("total.commit.count", "3");
        });
    }

    @ParameterizedTest
    @EnumSource
    void withinAShallowCloneItDoesNotHideThatItIsShallow(Foreign foreign) throws Exception {
        Path clone = folder.resolve("shallow");
        Path upstream = GitShape.tagged(git, "upstream");
        git.git(folder, "clone", "-q", "--depth=1", "file://" + upstream, clone.toString());
        Path module = Files.createDirectories(clone.resolve("module"));
        foreign.make(module.resolve(".git"));

        assertThat(read(module)).hasValueSatisfying(info -> {
            assertThat(info.shallow()).isTrue();
            assertThat(info.values()).doesNotContainKey("total.commit.count");
        });
    }

    @Test
    void aLinkToARepositoryIsOne() throws Exception {
        Path repository = GitShape.tagged(git, "real");
        Path linked = Files.createDirectories(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve(".git"), repository.resolve(".git"));

        assertThat(read(linked))
                .hasValueSatisfying(info -> assertThat(info.root()).isEqualTo(linked.toString()));
    }

    @Test
    void aHeadThatIsASymbolicLinkIsOne() throws Exception {
        Path repository = GitShape.tagged(git, "old");
        Files.delete(repository.resolve(".git/HEAD"));
        Files.createSymbolicLink(repository.resolve(".git/HEAD"), Path.of("refs/heads/main"));

        assertThat(read(repository))
                .hasValueSatisfying(info -> assertThat(info.values())
                        .containsExactlyInAnyOrderEntriesOf(new GitOracle(git, repository).values()));
    }

    private Optional<GitInfo> read(Path directory) throws GitException {
        return git.cache().read(GitSandbox.files(), GitRequests.of(directory.toString(), EnumSet.allOf(GitKey.class)));
    }
}
