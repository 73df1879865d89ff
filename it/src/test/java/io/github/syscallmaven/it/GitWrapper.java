package io.github.syscallmaven.it;

import io.github.syscallmaven.it.maven.MavenBuild;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A program named git, first on the path of a build, that counts itself and then is the real git. */
record GitWrapper(Path log) {

    static GitWrapper on(MavenBuild mavenBuild, Path project) throws IOException {
        Path log = Files.createFile(project.resolve(".mvn/git-calls"));
        Path folder = Files.createDirectories(project.resolve(".mvn/bin"));
        Path script = Files.writeString(
                folder.resolve("git"),
                "#!/bin/sh\nprintf '%s\\n' \"$1\" >>'" + log + "'\nexec '" + realGit() + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        mavenBuild.env("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        return new GitWrapper(log);
    }

    /** The first arguments of all calls since the last time that this was asked. */
    List<String> calls() throws IOException {
        List<String> calls = Files.readAllLines(log);
        Files.writeString(log, "");
        return calls;
    }

    private static Path realGit() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "git"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("git is not installed"));
    }
}
