package io.github.syscallmaven.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Maven as a user has it, but for its local repository and settings, and the times in its log. */
record Maven(Path home, Path repository, String outerRepository, Path settings, Path userHome) {
    /** Runs these goals in this project. */
    Contestant contestant(String name, Path project, List<Path> outputs, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mvn").toString(),
                "-B",
                "-o",
                "-ntp",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + repository,
                "-Dit.outer.repository=" + outerRepository,
                "-Daether.offline.protocols=file",
                "validate"));
        command.addAll(arguments);
        String options = "-Duser.home=" + userHome + " -Dorg.slf4j.simpleLogger.showDateTime=true"
                + " -Dorg.slf4j.simpleLogger.dateTimeFormat=" + InnerClock.TIME_FORMAT;
        return new Contestant(
                name,
                command,
                project,
                Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_SKIP_RC", "true", "MAVEN_OPTS", options),
                InnerClock.MAVEN,
                outputs);
    }

    String version() {
        return home.getFileName().toString().substring("apache-maven-".length());
    }

    static String ours(String goal) {
        return "io.github.syscallmaven:syscall-maven-plugin:" + Settings.property("bench.version") + ":" + goal;
    }

    static String checksumPlugin(String goal) {
        return "net.nicoulaj.maven.plugins:checksum-maven-plugin:" + Settings.property("bench.checksum") + ":" + goal;
    }

    static String gitCommitId(String goal) {
        return "io.github.git-commit-id:git-commit-id-maven-plugin:" + Settings.property("bench.gitCommitId") + ":"
                + goal;
    }

    static String springBoot(String goal) {
        return "org.springframework.boot:spring-boot-maven-plugin:" + Settings.property("bench.springBoot") + ":"
                + goal;
    }
}
