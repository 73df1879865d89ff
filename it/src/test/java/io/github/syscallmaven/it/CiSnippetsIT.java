package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for CI providers have the steps where the provider looks for them, and these do what they say. */
final class CiSnippetsIT {
    private static final Pattern SH = Pattern.compile("(?m)^ +sh '([^'\n]+)'$");
    private static final Pattern JUNIT = Pattern.compile("\\bjunit '([^']+)'");

    /**
     * What a provider runs and shows.
     *
     * @param report a path below the project, or its folder; empty if it is not shown
     */
    private record Pipeline(List<String> commands, String report) {}

    private static Pipeline github() {
        List<String> commands = new ArrayList<>();
        for (Object step : list(at(yaml(Snippet.GITHUB), "jobs", "build", "steps"))) {
            Map<?, ?> fields = (Map<?, ?>) step;
            assertThat(fields.containsKey("uses")).isNotEqualTo(fields.containsKey("run"));
            if (fields.get("run") instanceof String command) {
                commands.add(command);
            }
        }
        return new Pipeline(commands, "");
    }

    private static Pipeline gitlab() {
        Object job = at(yaml(Snippet.GITLAB), "build");
        return new Pipeline(strings(at(job, "script")), (String) at(job, "artifacts", "reports", "junit"));
    }

    private static Pipeline azure() {
        List<String> commands = new ArrayList<>();
        String report = "";
        for (Object step : list(at(yaml(Snippet.AZURE), "steps"))) {
            Map<?, ?> fields = (Map<?, ?>) step;
            if (fields.get("script") instanceof String command) {
                commands.add(command);
            } else if ("PublishTestResults@2".equals(fields.get("task"))) {
                report = (String) at(fields, "inputs", "testResultsFiles");
            }
        }
        return new Pipeline(commands, report);
    }

    /** Finds reports in folders of this name by itself. */
    private static Pipeline bitbucket() {
        Object step =
                at(list(at(yaml(Snippet.BITBUCKET), "pipelines", "default")).get(0), "step");
        return new Pipeline(strings(at(step, "script")), "test-results");
    }

    private static Pipeline jenkins() {
        String text = Snippet.JENKINS.text();
        return new Pipeline(groups(SH, text), groups(JUNIT, text).get(0));
    }

    private static List<Pipeline> pipelines() {
        return List.of(github(), gitlab(), azure(), bitbucket(), jenkins());
    }

    @Test
    void eachBuildsFirstAndShowsTheReportThatItWrites() {
        assertThat(pipelines()).allSatisfy(pipeline -> {
            assertThat(pipeline.commands).hasSize(2).startsWith("mvn -B verify");
            assertThat(pipeline.commands.get(1)).contains(" -Dsyscall.junitFile=" + pipeline.report);
        });
    }

    @Test
    void theBracesOfJenkinsAreBalanced() {
        int open = 0;
        for (int c : Snippet.JENKINS.text().chars().toArray()) {
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertThat(open).isNotNegative();
        }
        assertThat(open).isZero();
    }

    @Tag("stress")
    @MavenTest(
            except = {"3.6.3", "4.0.0-rc-6"},
            everyPair = false)
    void eachVerifiesAProjectThatHasRecordedItsDependencies(MavenBuild mavenBuild)
            throws IOException, InterruptedException {
        mavenBuild.project("write-trusted-checksums").ownRepository().prepare(project -> {
            Files.delete(project.resolve(".mvn/maven.config"));
            Path pom = project.resolve("pom.xml");
            Files.writeString(
                    pom,
                    Files.readString(pom).replaceFirst("<plugins>", "<plugins>" + Snippet.PLUGIN_OF_README.text()));
            Repository.init(project);
        });
        Snippet.TRUST_OF_README.runOn(mavenBuild);
        pipelines().stream()
                .flatMap(pipeline -> pipeline.commands.stream())
                .distinct()
                .forEach(command -> Snippet.command(mavenBuild, command).execute(build -> {}));
        assertThat(pipelines())
                .allSatisfy(pipeline -> assertThat(mavenBuild.project().resolve(pipeline.report))
                        .exists());
        Snippet.DRY_RUN
                .on(mavenBuild)
                .execute(build -> assertThat(build.toString()).contains("Nothing has changed."));
        Path list = mavenBuild.project().resolve(".mvn/checksums/checksums.sha256");
        Files.writeString(list, Files.readString(list).replaceAll("(?m)^.*jspecify.*jar\n", ""));
        Snippet.DRY_RUN
                .on(mavenBuild)
                .executeAndFail(build -> assertThat(build.toString()).contains("jspecify"));
    }

    private static Object yaml(Snippet snippet) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(strict)).load(snippet.text());
    }

    private static Object at(Object node, String... keys) {
        Object at = node;
        for (String key : keys) {
            at = Objects.requireNonNull(((Map<?, ?>) at).get(key), key);
        }
        return at;
    }

    private static List<?> list(Object node) {
        assertThat(node).isInstanceOf(List.class);
        return (List<?>) node;
    }

    private static List<String> strings(Object node) {
        return list(node).stream().map(String.class::cast).toList();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
