package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Maven evaluates the values of properties again: what a stranger chooses must not become what only the build knows.
 */
final class InfoExpressionsIT {
    private static final String BRANCH = "feature/${env.DEPLOY_TOKEN}";
    private static final String MESSAGE = "Fix ${settings.servers[0].password} @env.DEPLOY_TOKEN@";

    @MavenTest
    void noValueOfGitOrCiIsEvaluated(MavenBuild mavenBuild) {
        Path settings = mavenBuild.project().resolve("settings.xml");
        mavenBuild
                .project("write-info-expressions")
                .prepare(InfoExpressionsIT::commit)
                .env("DEPLOY_TOKEN", "s3cret-token")
                .env("BUILDKITE", "true")
                .env("BUILDKITE_BRANCH", "ci/@env.DEPLOY_TOKEN@")
                .env(
                        "BUILDKITE_BUILD_URL",
                        "https://ci.example/#{env.DEPLOY_TOKEN}/${session.request.systemProperties}")
                .arguments("-gs", settings.toString())
                .goals("package")
                .execute(build -> {
                    String about = Files.readString(build.file("target/classes/about.txt"));
                    String manifest = manifest(build);
                    for (String written : new String[] {about, manifest, build.toString()}) {
                        assertThat(written).doesNotContain("s3cret-token").doesNotContain("pw-of-nexus");
                    }
                    assertThat(about)
                            .contains("branch=feature/_{env.DEPLOY_TOKEN}\n")
                            .contains("message=Fix _{settings.servers[0].password} _env.DEPLOY_TOKEN_\n")
                            .contains("message2=Fix _{settings.servers[0].password} _env.DEPLOY_TOKEN_\n")
                            .contains("author=_{env.DEPLOY_TOKEN} zoe@example.org\n")
                            .contains("tag=v_{env.DEPLOY_TOKEN}\n")
                            .contains("ci=ci/_env.DEPLOY_TOKEN_ https://ci.example/_{env.DEPLOY_TOKEN}/"
                                    + "_{session.request.systemProperties}\n");
                    assertThat(manifest).contains("Branch: feature/_{env.DEPLOY_TOKEN}");
                    assertThat(build.properties("target/classes/git.properties"))
                            .containsEntry("git.branch", BRANCH)
                            .containsEntry("git.commit.message.short", MESSAGE);
                    assertThat(build.properties("target/classes/META-INF/build-info.properties"))
                            .containsEntry("build.ci.branch", "ci/@env.DEPLOY_TOKEN@");
                    assertThat(build.warnings())
                            .filteredOn(line -> line.contains("Maven would evaluate"))
                            .singleElement()
                            .asString()
                            .contains("build.ci.branch, build.ci.url, git.branch")
                            .contains(
                                    "git.commit.message.full, git.commit.message.short, git.commit.user.name, git.tag");
                });
    }

    private static void commit(Path project) throws IOException, InterruptedException {
        Repository repository = Repository.init(project);
        repository.git("checkout", "-q", "-b", BRANCH);
        repository.git("config", "user.name", "${env.DEPLOY_TOKEN}");
        repository.git("commit", "-q", "--allow-empty", "-m", MESSAGE + "\n\nand ${env.DEPLOY_TOKEN}");
        repository.git("tag", "v${env.DEPLOY_TOKEN}");
    }

    private static String manifest(FinishedBuild build) throws IOException {
        try (JarFile jar = new JarFile(build.file("target/app.jar").toFile())) {
            StringBuilder text = new StringBuilder();
            jar.getManifest()
                    .getMainAttributes()
                    .forEach((key, value) ->
                            text.append(key).append(": ").append(value).append('\n'));
            return text.toString();
        }
    }
}
