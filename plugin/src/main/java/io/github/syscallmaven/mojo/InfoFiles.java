package io.github.syscallmaven.mojo;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.BuildTime;
import io.github.syscallmaven.info.JsonFormat;
import io.github.syscallmaven.info.KeyPrefixes;
import io.github.syscallmaven.info.PropertiesFormat;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.logging.Log;

/**
 * The files that build info is written to.
 *
 * @param output for the build's keys, or for all
 * @param gitOutput for git's keys, with format {@code properties}
 * @param force whether to write a file anew that differs only in the session's start
 */
record InfoFiles(
        FileIo io,
        Log log,
        Format format,
        Output output,
        Output gitOutput,
        KeyPrefixes prefixes,
        boolean force,
        WriteOptions options) {
    /** A file larger than this, in bytes, is not one of ours. */
    private static final int LIMIT = 16 * 1024 * 1024;

    /** What the files hold. */
    enum Format {
        PROPERTIES("META-INF/build-info.properties"),
        JSON("META-INF/build-info.json");

        private final String defaultFile;

        Format(String defaultFile) {
            this.defaultFile = defaultFile;
        }

        String defaultFile() {
            return defaultFile;
        }
    }

    /** Writes what is known, and gives back the keys as they were written, prefixes changed. */
    SortedMap<String, String> write(BuildInfo info) throws IOException {
        SortedMap<String, String> build = prefixes.written(info.keys(BuildInfo.BUILD));
        SortedMap<String, String> git = prefixes.written(info.keys(BuildInfo.GIT));
        SortedMap<String, String> all = new TreeMap<>(build);
        all.putAll(git);
        Optional<BuildTime> time = Optional.ofNullable(info.time());
        if (format == Format.JSON) {
            write(output, JsonFormat.write(all), time);
        } else {
            if (!build.isEmpty()) {
                write(output, PropertiesFormat.write(build), time);
            }
            if (!git.isEmpty()) {
                write(gitOutput, PropertiesFormat.write(git), time);
            }
        }
        return all;
    }

    private void write(Output file, byte[] bytes, Optional<BuildTime> time) throws IOException {
        try (Root root = io.openOrCreate(file.root())) {
            boolean isKept = !force && time.isPresent() && differsOnlyInSessionStart(root, file, bytes, time.get());
            if (isKept) {
                log.info("Kept '" + root.path().resolve(file.name()) + "': only the session's start is another.");
            } else {
                report(root, file, root.write(file.name(), Content.of(bytes), options));
            }
        }
    }

    private static boolean differsOnlyInSessionStart(Root root, Output file, byte[] bytes, BuildTime time)
            throws IOException {
        if (!time.fromSessionStart()) {
            return false;
        }
        try {
            return time.isOnlyDifference(root.readAll(file.name(), LIMIT), bytes);
        } catch (FileSystemException notToBeRead) {
            // Missing, not readable, too large to be ours, or being replaced by another build: whoever is last has
            // written it.
            return false;
        }
    }

    private void report(Root root, Output file, WriteResult result) {
        String path = root.path().resolve(file.name()).toString();
        switch (result.outcome()) {
            case CREATED, REPLACED -> log.info("Wrote '" + path + "'.");
            case UNCHANGED -> log.info("'" + path + "' is up to date.");
        }
        result.warnings().forEach(log::warn);
    }
}
