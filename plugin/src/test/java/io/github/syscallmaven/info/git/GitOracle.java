package io.github.syscallmaven.info.git;

import io.github.syscallmaven.testing.git.GitSandbox;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What git itself says of each key, by other commands than ours, one process for each. */
record GitOracle(GitSandbox git, Path directory) {

    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        putWorktree(values);
        putCommit(values);
        putDescription(values);
        values.put("build.user.name", ask("config", "user.name").orElse(""));
        values.put("build.user.email", ask("config", "user.email").orElse(""));
        values.put("remote.origin.url", remote());
        return values;
    }

    private String remote() {
        List<String> remotes = tell("remote").lines().toList();
        String remote = remotes.size() == 1 ? remotes.get(0) : "origin";
        return ask("config", "remote." + remote + ".url").orElse("");
    }

    private void putWorktree(SortedMap<String, String> values) {
        boolean dirty = tell("describe", "--always", "--dirty=<dirty>").endsWith("<dirty>");
        boolean untracked =
                !tell("ls-files", "--others", "--exclude-standard", ":/").isEmpty()
                        || !tell("submodule", "--quiet", "foreach", "git ls-files --others --exclude-standard")
                                .isEmpty();
        values.put("dirty", Boolean.toString(dirty));
        values.put("dirty-tracked", Boolean.toString(dirty));
        values.put("dirty-untracked", Boolean.toString(untracked));
        values.put("branch", ask("symbolic-ref", "--short", "HEAD").orElseGet(() -> tell("rev-parse", "HEAD")));
        values.put(
                "local.branch.ahead", ask("rev-list", "--count", "@{u}..HEAD").orElse("NO_REMOTE"));
        values.put(
                "local.branch.behind", ask("rev-list", "--count", "HEAD..@{u}").orElse("NO_REMOTE"));
    }

    private void putCommit(SortedMap<String, String> values) {
        values.put("commit.id", tell("rev-parse", "HEAD"));
        values.put("commit.id.full", tell("rev-parse", "HEAD"));
        values.put("commit.id.abbrev", tell("rev-parse", "--short=7", "HEAD"));
        values.put("commit.message.full", show("%B"));
        values.put("commit.message.short", show("%s"));
        values.put("commit.user.name", show("%an"));
        values.put("commit.user.email", show("%ae"));
        values.put("commit.author.time", time("%ad"));
        values.put("commit.committer.time", time("%cd"));
        values.put("commit.time", time("%cd"));
        values.put("tag", commas(tell("tag", "--points-at", "HEAD")));
        values.put("tags", commas(tell("tag", "--contains", "HEAD")));
        values.put("total.commit.count", tell("rev-list", "--count", "HEAD"));
    }

    private void putDescription(SortedMap<String, String> values) {
        String text = tell("describe", "--always", "--dirty", "--abbrev=7");
        Optional<String> tag = ask("describe", "--abbrev=0");
        values.put("commit.id.describe", text);
        values.put(
                "commit.id.describe-short",
                tag.map(name -> name + text.substring(name.length()).replaceFirst("-g\\p{XDigit}+", ""))
                        .orElse(text));
        values.put("closest.tag.name", tag.orElse(""));
        values.put(
                "closest.tag.commit.count",
                tag.map(name -> tell("rev-list", "--count", "refs/tags/" + name + "..HEAD"))
                        .orElse(""));
    }

    private String show(String format) {
        List<String> command = new ArrayList<>(List.of("show", "-s", "--no-show-signature", "--encoding=UTF-8"));
        command.add("--date=iso-strict");
        command.add("--format=" + format);
        return tell(command.toArray(String[]::new));
    }

    private String time(String format) {
        return OffsetDateTime.parse(show(format)).toInstant().toString();
    }

    private String tell(String... arguments) {
        return ask(arguments)
                .orElseThrow(
                        () -> new AssertionError("git " + String.join(" ", arguments) + " failed in " + directory));
    }

    private Optional<String> ask(String... arguments) {
        return git.ask(directory, arguments);
    }

    private static String commas(String lines) {
        return lines.replace('\n', ',');
    }
}
