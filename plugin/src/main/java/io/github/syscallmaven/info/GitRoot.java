package io.github.syscallmaven.info;

import java.util.Optional;

/** The directory that a repository's {@code .git} lies in: gitrepository-layout(5). */
record GitRoot(GitFiles files, String directory) {

    /** The nearest one, from this directory upwards. */
    static Optional<GitRoot> of(GitFiles files, String directory) {
        String candidate = directory;
        while (!files.exists(candidate + "/.git")) {
            if (candidate.isEmpty()) {
                return Optional.empty();
            }
            candidate = candidate.substring(0, candidate.lastIndexOf('/'));
        }
        return Optional.of(new GitRoot(files, candidate.isEmpty() ? "/" : candidate));
    }

    /** Is the history cut off? Linked worktrees share the answer with the repository that they belong to. */
    boolean isShallow() {
        String gitDirectory = gitDirectory();
        String common = files.firstLine(gitDirectory + "/commondir")
                .map(path -> resolve(gitDirectory, path))
                .orElse(gitDirectory);
        return files.exists(common + "/shallow");
    }

    private String gitDirectory() {
        String entry = directory + "/.git";
        return files.firstLine(entry)
                .filter(line -> line.startsWith("gitdir: "))
                .map(line -> resolve(directory, line.substring("gitdir: ".length())))
                .orElse(entry);
    }

    private static String resolve(String base, String path) {
        return path.startsWith("/") ? path : base + "/" + path;
    }
}
