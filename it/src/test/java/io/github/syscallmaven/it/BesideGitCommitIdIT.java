package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** What git-commit-id-maven-plugin 10.0.0 tells of four repositories, and what we tell. */
@Tag("stress")
final class BesideGitCommitIdIT {

    /** git-commit-id-maven-plugin 10 needs Maven 3.9. */
    @MavenTest(except = "3.6.3")
    void everyKeyOfTheirsIsOursAndEqualWhereTheirsIsRight(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-beside-git-commit-id")
                .prepare(BesideGitCommitIdIT::makeRepositories)
                .goals("generate-resources")
                .execute(build -> {
                    for (String repository : List.of("normal", "detached", "tagged")) {
                        Map<String, String> right = build.properties(repository + "/target/theirs.properties");
                        // Theirs is the word for any missing value.
                        right.replace("git.remote.origin.url", "Unknown", "");
                        assertThat(build.properties(repository + "/target/ours.properties"))
                                .as(repository)
                                .containsAllEntriesOf(right);
                    }
                    Map<String, String> ours = build.properties("worktree/target/ours.properties");
                    Map<String, String> theirs = build.properties("worktree/target/theirs.properties");
                    assertThat(ours).containsKeys(theirs.keySet().toArray(String[]::new));
                    // Theirs reads the repository that the worktree belongs to.
                    assertThat(theirs).containsEntry("git.branch", "main");
                    assertThat(ours)
                            .containsEntry("git.branch", "feature")
                            .containsEntry("git.commit.id", new Repository(build.file("worktree")).head());
                });
    }

    private static void makeRepositories(Path project) throws IOException, InterruptedException {
        Repository.init(project.resolve("normal")).git("remote", "add", "origin", "https://git.example/x/y.git");
        Repository.init(project.resolve("detached")).git("checkout", "-q", "--detach");
        Repository tagged = Repository.init(project.resolve("tagged"));
        tagged.git("tag", "v1.0");
        tagged.git("tag", "-a", "-m", "two", "v2.0");
        tagged.git("commit", "-q", "--allow-empty", "-m", "after the tags");
        Path folder = project.resolve("worktree");
        String pom = Files.readString(folder.resolve("pom.xml"));
        Files.delete(folder.resolve("pom.xml"));
        Files.delete(folder);
        Repository.init(Files.createDirectory(project.resolve("owner")))
                .git("worktree", "add", "-q", "-b", "feature", folder.toString());
        Files.writeString(folder.resolve("pom.xml"), pom);
        Repository worktree = new Repository(folder);
        worktree.git("add", "pom.xml");
        worktree.git("commit", "-q", "-m", "only here");
    }
}
