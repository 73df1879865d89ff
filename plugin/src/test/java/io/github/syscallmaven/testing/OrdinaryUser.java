package io.github.syscallmaven.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whoever permissions stop: the tests' own user, or, where that is root, the one that owns nothing, nobody. */
public final class OrdinaryUser {
    private static final int NOBODY = 65534;
    private static final int A_GROUP = 65533;

    private final Path copies = Files.createTempDirectory("ordinary-user");
    private final boolean changes;

    /** Copies what programs need of the class path: root's home is closed to others. */
    public OrdinaryUser() throws Exception {
        changes = Prerequisite.isRoot();
        if (changes) {
            Prerequisite.works(as("true").toArray(String[]::new));
            List<String> copy = new ArrayList<>(List.of("cp", "-rL", "--parents"));
            Run.ownClassPath().forEach(copy::add);
            copy.add(copies.toString());
            Run.of(copy).successful();
            Run.of("chmod", "-R", "a+rX", copies.toString()).successful();
        }
    }

    private static List<String> as(String... command) {
        List<String> all =
                new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--groups=" + A_GROUP));
        all.addAll(List.of(command));
        return all;
    }

    /** A group that the user is a further member of, where the tests run as root. */
    public static int furtherGroup() {
        return A_GROUP;
    }

    /** The user's number, where the tests run as root. */
    public static int id() {
        return NOBODY;
    }

    /** Gives the user all of this tree and the way to it, which begins in a folder for temporary files. */
    public void give(Path tree) throws IOException, InterruptedException {
        if (changes) {
            Run.of("chown", "-R", NOBODY + ":" + NOBODY, tree.toString()).successful();
        }
    }

    /** Runs a program of which the JDK and JNA are all that it needs beside the tests themselves. */
    public Run java(Class<?> main, String... arguments) throws IOException, InterruptedException {
        if (!changes) {
            return Run.of(Run.java(List.of(), main, arguments));
        }
        String classPath = String.join(
                File.pathSeparator,
                Run.ownClassPath().map(entry -> copies + entry).toList());
        return Run.of(as(Run.java(List.of("-cp", classPath), main, arguments).toArray(String[]::new)));
    }

    /** Removes the copies. */
    public void forget() throws IOException, InterruptedException {
        Run.of("rm", "-rf", copies.toString()).successful();
    }
}
