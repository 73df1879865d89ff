package io.github.syscallmaven.checksum.select;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What Ant and Maven exclude by default: the files of version control systems and the backups of editors.
 *
 * @param others what else has to accept a file
 */
public record DefaultExcludes(PathFilter others) implements PathFilter {
    private static final Set<String> FILES_AND_DIRECTORIES = Set.of(
            ".arch-ids",
            ".bzr",
            ".darcsrepo",
            ".git",
            ".hg",
            ".metadata",
            ".svn",
            "BitKeeper",
            "CVS",
            "ChangeSet",
            "RCS",
            "SCCS",
            "_darcs");

    private static final Set<String> FILES =
            Set.of(".DS_Store", ".MySCMServerInfo", ".darcs-temp-mail", "project.pj", "vssver.scc");

    @Override
    public boolean accepts(BytePath file) {
        String name = text(file);
        return !FILES_AND_DIRECTORIES.contains(name)
                && !FILES.contains(name)
                && !isBackup(name)
                && others.accepts(file);
    }

    private static boolean isBackup(String name) {
        return name.endsWith("~")
                || name.startsWith(".#")
                || name.startsWith("._")
                || name.startsWith("-darcs-backup")
                || isBetween(name, "#")
                || isBetween(name, "%");
    }

    private static boolean isBetween(String name, String mark) {
        return name.length() > 1 && name.startsWith(mark) && name.endsWith(mark);
    }

    @Override
    public Optional<PathFilter> below(BytePath directory) {
        return FILES_AND_DIRECTORIES.contains(text(directory))
                ? Optional.empty()
                : others.below(directory).map(DefaultExcludes::new);
    }

    private static String text(BytePath name) {
        return new String(name.toBytes(), StandardCharsets.ISO_8859_1);
    }
}
