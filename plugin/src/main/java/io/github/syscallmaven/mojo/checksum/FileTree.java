package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.select.DefaultExcludes;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.mojo.Setting;
import java.io.File;

/** The files below a directory that patterns choose: a {@code <fileSet>}, or {@code <directory>} and its patterns. */
record FileTree(Setting setting, File directory, Patterns patterns, boolean useDefaultExcludes) {
    PathFilter filter() {
        return useDefaultExcludes ? new DefaultExcludes(patterns.filter()) : patterns.filter();
    }
}
