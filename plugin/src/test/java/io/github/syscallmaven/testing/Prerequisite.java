package io.github.syscallmaven.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a test needs of the machine. Without it the test is skipped with the reason; in CI, where all is there, it
 * fails.
 */
public final class Prerequisite {
    private Prerequisite() {}

    /** A program on the path. */
    public static void tool(String name) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        require(found, "'" + name + "' is not installed");
    }

    /** A program that is to be run: on the path, unless it is named with its folder. */
    static void program(String name) {
        if (name.indexOf('/') < 0) {
            tool(name);
        }
    }

    /** A program that works here: that is installed, and that no sandbox keeps from what this command does. */
    public static void works(String... command) throws IOException, InterruptedException {
        tool(command[0]);
        Run run = Run.of(command);
        require(run.status() == 0, "'" + String.join(" ", command) + "' does not work here: " + run.errors());
    }

    /** A file that a package of the distribution brings. */
    public static void file(Path file) {
        require(Files.isReadable(file), "there is no '" + file + "'");
    }

    public static void root() throws IOException {
        require(isRoot(), "this needs to be root");
    }

    /** Whether the tests run as root. */
    public static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    public static void require(boolean present, String reason) {
        if (present) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            fail("In CI no test may be skipped, but " + reason);
        }
        abort(reason);
    }
}
