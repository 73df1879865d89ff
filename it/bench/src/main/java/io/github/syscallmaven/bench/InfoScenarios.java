package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Build info, in a git repository of its own. */
final class InfoScenarios {
    private static final int MODULES = 20;
    private static final int SOURCES = 500;
    private static final String BARE = "bare mvn validate";
    private static final String OURS = "write-info";
    private static final String OURS_WITHOUT_GIT = "write-info without git";
    private static final String NATIVE = "git-commit-id, native git";
    private static final String JGIT = "git-commit-id, JGit";
    private static final String SPRING = "Spring Boot build-info";

    private static final String HEAD = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
            """;
    private static final String PROJECT = """
              <groupId>org.example</groupId>
              <artifactId>built</artifactId>
              <version>1</version>
              <properties>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <maven.gitcommitid.generateGitPropertiesFile>true</maven.gitcommitid.generateGitPropertiesFile>
              </properties>
            %s
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.git-commit-id</groupId>
                    <artifactId>git-commit-id-maven-plugin</artifactId>
                    <version>%s</version>
                    <configuration>
                      <generateGitPropertiesFile>true</generateGitPropertiesFile>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private final Settings settings;
    private final Report report;
    private final Processes processes;

    InfoScenarios(Settings settings, Report report, Processes processes) {
        this.settings = settings;
        this.report = report;
        this.processes = processes;
    }

    void run() throws IOException, InterruptedException {
        if (settings.wants("info")) {
            Path project = project("info", 0);
            List<Path> outputs = List.of(project.resolve("target"));
            race("Build info, one project", project, outputs, true);
        }
        if (settings.wants("reactor")) {
            int modules = settings.scaled(MODULES);
            Path project = project("reactor", modules);
            List<Path> outputs = IntStream.range(0, modules)
                    .mapToObj(i -> project.resolve("module-" + i + "/target"))
                    .toList();
            race("Build info, a reactor of " + modules + " modules", project, outputs, false);
        }
    }

    private void race(String title, Path project, List<Path> outputs, boolean promised)
            throws IOException, InterruptedException {
        Race race = new Race(processes, settings.countedRuns());
        Maven maven = settings.maven();
        race.add(maven.contestant(BARE, project, outputs, List.of()));
        race.add(maven.contestant(OURS, project, outputs, List.of(Maven.ours("write-info"))));
        race.add(maven.contestant(
                OURS_WITHOUT_GIT, project, outputs, List.of(Maven.ours("write-info"), "-Dsyscall.excludes=git.*")));
        race.add(maven.contestant(
                NATIVE,
                project,
                outputs,
                List.of(Maven.gitCommitId("revision"), "-Dmaven.gitcommitid.nativegit=true")));
        race.add(maven.contestant(JGIT, project, outputs, List.of(Maven.gitCommitId("revision"))));
        race.add(maven.contestant(SPRING, project, outputs, List.of(Maven.springBoot("build-info"))));
        Results results = race.run();
        Result bare = results.of(BARE);
        Result ours = results.of(OURS);
        report.heading(title);
        report.table(
                List.of(
                        "",
                        "whole process ms (min–max)",
                        "added to bare ms",
                        "÷ ours",
                        "inside ms",
                        "CPU ms",
                        "CPU added ÷ ours",
                        "peak MiB"),
                results.all().stream()
                        .map(result -> Report.cells(
                                result.contestant().name(),
                                Report.number(result.wall(), 0) + " (" + Report.number(result.least(Sample::wall), 0)
                                        + "–" + Report.number(result.most(Sample::wall), 0) + ")",
                                Report.number(result.added(bare, Sample::wall), 0),
                                Report.number(result.added(bare, Sample::wall) / ours.added(bare, Sample::wall), 2),
                                Report.number(result.median(Sample::inner), 0),
                                Report.number(result.median(Sample::cpu), 0),
                                Report.number(result.added(bare, Sample::cpu) / ours.added(bare, Sample::cpu), 2),
                                Report.number(result.most(Sample::peak), 0)))
                        .toList());
        promise(title, results, JGIT, promised ? "≤ 0.2" : "–");
        promise(title, results, NATIVE, promised ? "≤ 0.4" : "–");
        promise(title, results, SPRING, promised ? "≤ 0.35" : "–");
        Inputs.remove(project);
    }

    private void promise(String title, Results results, String other, String target) {
        Result bare = results.of(BARE);
        Result ours = results.of(OURS);
        Result theirs = results.of(other);
        report.target(
                title + ", added to bare Maven",
                "ours ÷ " + other,
                target,
                ours.added(bare, Sample::wall) / theirs.added(bare, Sample::wall),
                (ours.least(Sample::wall) - bare.least(Sample::wall))
                        / (theirs.least(Sample::wall) - bare.least(Sample::wall)),
                ours.added(bare, Sample::cpu) / theirs.added(bare, Sample::cpu));
    }

    private Path project(String name, int modules) throws IOException, InterruptedException {
        Path project = settings.work().resolve(name);
        Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(project.resolve("pom.xml"), pom(modules));
        for (int i = 0; i < modules; i++) {
            Files.createDirectories(project.resolve("module-" + i));
            Files.writeString(project.resolve("module-" + i + "/pom.xml"), modulePom(i));
        }
        Files.writeString(project.resolve(".gitignore"), "target/\n");
        new Inputs(project).sources("sources", SOURCES);
        git(project, "init", "-q", "-b", "main");
        git(project, "add", ".");
        git(project, "commit", "-q", "-m", "one");
        git(project, "tag", "-a", "-m", "one", "v1.0");
        git(project, "commit", "-q", "--allow-empty", "-m", "two");
        git(project, "remote", "add", "origin", "https://git.example/x/y.git");
        return project;
    }

    private static String pom(int modules) {
        StringBuilder list = new StringBuilder();
        if (modules > 0) {
            list.append("  <packaging>pom</packaging>\n  <modules>\n");
            IntStream.range(0, modules).forEach(i -> list.append("    <module>module-" + i + "</module>\n"));
            list.append("  </modules>");
        }
        return HEAD + PROJECT.formatted(list, Settings.property("bench.gitCommitId"));
    }

    private static String modulePom(int number) {
        return HEAD + """
                  <parent>
                    <groupId>org.example</groupId>
                    <artifactId>built</artifactId>
                    <version>1</version>
                  </parent>
                  <artifactId>module-%d</artifactId>
                </project>
                """.formatted(number);
    }

    private void git(Path project, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org"));
        command.addAll(List.of(arguments));
        processes.output(new Contestant("git", command, project, Map.of(), InnerClock.LINE, List.of()), List.of());
    }
}
