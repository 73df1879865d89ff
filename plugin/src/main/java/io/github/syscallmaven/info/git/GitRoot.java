package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.io.BytePath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directory that a repository's {@code .git} lies in: gitrepository-layout(5). */
record GitRoot(GitFiles files, String directory) {
    private static final String LINK = "gitdir: ";
    private static final String SYMBOLIC = "ref: ";
    private static final List<String> SHARED = List.of(
            "config",
            "FETCH_HEAD",
            "packed-refs",
            "refs/heads",
            "refs/remotes/origin",
            "refs/tags",
            "reftable/tables.list",
            "shallow");
    private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:[/\\\\]");
    private static final Pattern HEAD = Pattern.compile("ref:\\s*refs/.+|\\p{XDigit}{40,64}.*");

    /** The nearest one, from this directory upwards. */
    static Optional<GitRoot> of(GitFiles files, String directory) {
        String candidate = directory.equals("/") ? "" : directory;
        while (!isRepository(files, candidate + "/.git")) {
            int above = candidate.lastIndexOf('/');
            if (above < 0) {
                return Optional.empty();
            }
            candidate = candidate.substring(0, above);
        }
        return Optional.of(new GitRoot(files, candidate.isEmpty() ? "/" : candidate));
    }

    /** The one whose {@code .git} lies in this very directory. */
    static Optional<GitRoot> at(GitFiles files, String directory) {
        return Optional.of(new GitRoot(files, directory)).filter(root -> isRepository(files, directory + "/.git"));
    }

    /**
     * Git's own rule: a directory with HEAD, objects and refs, or a file that names one. Git ignores anything else of
     * that name. A file that names a directory which is gone is a repository, a broken one.
     */
    private static boolean isRepository(GitFiles files, String entry) {
        if (!files.exists(entry)) {
            return false;
        }
        if (files.firstLine(entry).filter(line -> line.startsWith(LINK)).isPresent()) {
            return true;
        }
        String common = common(files, entry);
        return isHead(files, entry + "/HEAD") && files.exists(common + "/objects") && files.exists(common + "/refs");
    }

    /** What is no file that can be read may be the symbolic link of old times. */
    private static boolean isHead(GitFiles files, String head) {
        return files.firstLine(head).map(line -> HEAD.matcher(line).matches()).orElseGet(() -> files.exists(head));
    }

    /** Is the history cut off? Linked worktrees share the answer with the repository that they belong to. */
    boolean isShallow() {
        return files.exists(commonDirectory() + "/shallow");
    }

    /** The branch that HEAD names itself; empty when it is detached, or the references are in another format. */
    Optional<String> branch() {
        return reference().filter(name -> name.startsWith("refs/heads/")).map(name -> name.substring(11));
    }

    private Optional<String> reference() {
        return files.firstLine(gitDirectory() + "/HEAD")
                .filter(line -> line.startsWith(SYMBOLIC))
                .map(line -> line.substring(SYMBOLIC.length()).strip());
    }

    /** What in the git directory changes when something in the repository does, and belongs to this worktree alone. */
    List<BytePath> ownNames() {
        return names(Stream.of("HEAD", "index", "config.worktree", "logs/HEAD"));
    }

    /** The same, of what is in the common directory. */
    List<BytePath> sharedNames() {
        return names(Stream.concat(SHARED.stream(), reference().stream()));
    }

    private static List<BytePath> names(Stream<String> names) {
        return names.map(BytePath::of).toList();
    }

    String gitDirectory() {
        String entry = directory + "/.git";
        return files.firstLine(entry)
                .filter(line -> line.startsWith(LINK))
                .map(line -> resolve(directory, line.substring(LINK.length())))
                .orElse(entry);
    }

    /** What worktrees of one repository share. */
    String commonDirectory() {
        return common(files, gitDirectory());
    }

    private static String common(GitFiles files, String gitDirectory) {
        return files.firstLine(gitDirectory + "/commondir")
                .map(path -> resolve(gitDirectory, path))
                .orElse(gitDirectory);
    }

    /** On Windows a path begins with a drive; elsewhere that is a name like any other. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/") || WINDOWS.matcher(path).lookingAt();
    }

    private static String resolve(String base, String path) {
        boolean absolute = base.startsWith("/") ? path.startsWith("/") : isAbsolute(path);
        return absolute ? path : base + "/" + path;
    }
}
