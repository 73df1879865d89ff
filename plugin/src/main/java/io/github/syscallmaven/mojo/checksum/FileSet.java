package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.mojo.Setting;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** A {@code <fileSet>}: the files below a directory that patterns choose. */
public final class FileSet {
    /** Where the files are. Required. */
    @Nullable
    File directory;

    /** Ant patterns for the files, relative to the directory. Default: all. */
    List<@Nullable String> includes = List.of();

    /** Ant patterns for files that are not wanted. They win over {@code includes}. */
    List<@Nullable String> excludes = List.of();

    /** Whether to leave out the files of version control systems and the backups of editors. */
    boolean useDefaultExcludes = true;

    FileTree tree() throws MojoFailureException {
        if (directory == null) {
            throw new MojoFailureException("A <fileSet> has no <directory>; give it one.");
        }
        Setting setting = Setting.tag("directory");
        Patterns patterns = Patterns.of(Setting.tag("includes"), includes, Setting.tag("excludes"), excludes);
        return new FileTree(setting, setting.file(directory), patterns, useDefaultExcludes);
    }
}
