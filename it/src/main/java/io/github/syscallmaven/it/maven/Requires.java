package io.github.syscallmaven.it.maven;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a test needs of its machine: without it, it is skipped with the reason, but fails where {@code CI=true} is set.
 */
public final class Requires {

    private Requires() {}

    /** A program that must be on the path. */
    public static void tool(String name) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        that(found, "'" + name + "' is not installed");
    }

    /** The right to become another user. */
    public static void root() {
        that("root".equals(System.getProperty("user.name")), "the test does not run as root");
    }

    /** The right to mount file systems, in a mount namespace of one's own. */
    public static void mounts() {
        root();
        tool("unshare");
        that(succeeds("unshare", "--mount", "true"), "mount namespaces are forbidden here");
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Anything else. */
    public static void that(boolean met, String reason) {
        if (met) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            fail("CI=true allows no skipped test, but " + reason);
        }
        abort(reason);
    }
}
