package io.github.syscallmaven.it;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A repository in the project's folder that builds deploy into. */
final class Releases {
    private Releases() {}

    static void deployInto(MavenBuild mavenBuild, Path project) {
        mavenBuild.systemProperty(
                "altDeploymentRepository",
                "releases::" + project.resolve("releases").toUri());
    }

    /** All tests install into one repository, so each has a group of its own. */
    static void makeGroupUnique(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
                Files.writeString(pom, Files.readString(pom).replace("GROUP", group(project)));
            }
        }
    }

    private static String group(Path project) {
        return project.getName(project.getNameCount() - 2).toString();
    }

    /** The folder of an artifact in the repository. */
    static Path folder(FinishedBuild build, String artifactAndVersion) {
        return build.file("releases/org/example/" + group(build.project()) + "/" + artifactAndVersion);
    }

    /** All files of the repository, without the checksums and metadata that Maven adds. */
    static List<Path> deployed(FinishedBuild build) throws IOException {
        try (Stream<Path> files = Files.walk(build.file("releases"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("maven-metadata.*|.*\\.(md5|sha1)"))
                    .toList();
        }
    }
}
