package io.github.syscallmaven.info.git.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code git --version} prints. */
record GitVersion(String text, int major, int minor) {
    /** The first that has all options that we use: {@code git status --no-renames} is the youngest. */
    static final GitVersion NEEDED = new GitVersion("2.18", 2, 18);

    private static final Pattern LINE =
            Pattern.compile("git version (?<text>(\\d{1,9})\\.(\\d{1,9})\\S*).*", Pattern.DOTALL);

    static Optional<GitVersion> parse(String output) {
        Matcher line = LINE.matcher(output);
        return line.matches()
                ? Optional.of(new GitVersion(
                        line.group("text"), Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3))))
                : Optional.empty();
    }

    boolean isOlderThan(GitVersion other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }

    @Override
    public String toString() {
        return text;
    }
}
