package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.BuildTime;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.mojo.Output;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that one run of the goal writes. */
record InfoFiles(FileIo io, List<InfoFile> files, WriteOptions options) {
    /** A file larger than this, in bytes, is not one of ours. */
    private static final int LIMIT = 16 * 1024 * 1024;

    /** Those that are to be, with what they are to hold. */
    Map<InfoFile, byte[]> contents(BuildInfo info) {
        Map<InfoFile, byte[]> contents = new LinkedHashMap<>();
        files.forEach(file -> file.bytes(info).ifPresent(bytes -> contents.put(file, bytes)));
        return contents;
    }

    /**
     * The same build at the time of an earlier session, if all files are there and hold just that, so that an
     * incremental build changes none of them; otherwise the build as it is. A build has one time, which is not before
     * its commit's.
     */
    BuildInfo asBefore(BuildInfo info) throws IOException {
        BuildTime now = info.time();
        if (now == null || !now.fromSessionStart()) {
            return info;
        }
        Map<InfoFile, byte[]> existing = new LinkedHashMap<>();
        List<BuildTime> earlier = new ArrayList<>();
        for (Map.Entry<InfoFile, byte[]> file : contents(info).entrySet()) {
            byte[] bytes = read(io, file.getKey().output()).orElse(new byte[0]);
            existing.put(file.getKey(), bytes);
            now.standingIn(bytes, file.getValue()).ifPresent(earlier::add);
        }
        if (earlier.isEmpty() || isBeforeCommit(earlier.get(0), info)) {
            return info;
        }
        BuildInfo before = info.at(earlier.get(0));
        boolean same = contents(before).entrySet().stream()
                .allMatch(file -> Arrays.equals(file.getValue(), existing.get(file.getKey())));
        return same ? before : info;
    }

    private static boolean isBeforeCommit(BuildTime time, BuildInfo info) {
        return info.commitTime() != null && time.instant().isBefore(info.commitTime());
    }

    WriteResult write(Output output, byte[] bytes) throws IOException {
        try (Root root = io.openOrCreate(output.root())) {
            return root.write(output.name(), Content.of(bytes), options);
        }
    }

    /** What the file holds; empty when there is none that could be one of ours. */
    static Optional<byte[]> read(FileIo io, Output output) throws IOException {
        try (Root root = io.open(output.root())) {
            return Optional.of(root.readAll(output.name(), LIMIT));
        } catch (FileSystemException noneThatCouldBeOurs) {
            // Another build may be replacing it at this moment: the last one has written all of it.
            return Optional.empty();
        }
    }
}
