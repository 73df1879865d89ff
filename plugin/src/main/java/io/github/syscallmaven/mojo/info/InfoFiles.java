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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The files that one run of the goal writes. */
record InfoFiles(FileIo io, List<InfoFile> files, WriteOptions options) {
    /** Those that are to be, with what they are to hold. */
    List<InfoContent> contents(BuildInfo info) {
        List<InfoContent> contents = new ArrayList<>();
        for (InfoFile file : files) {
            file.bytes(info).ifPresent(bytes -> contents.add(new InfoContent(file, bytes)));
        }
        return contents;
    }

    /**
     * Returns the build with the time of the existing files if nothing but the session's start differs, so that an
     * incremental build changes none of them; otherwise the build as it is. A build has one time, which is not before
     * its commit's.
     */
    BuildInfo asBefore(BuildInfo info) throws IOException {
        BuildTime now = info.time();
        if (now == null || !now.fromSessionStart()) {
            return info;
        }
        List<byte[]> existing = new ArrayList<>();
        List<BuildTime> earlier = new ArrayList<>();
        for (InfoContent content : contents(info)) {
            byte[] bytes = InfoContent.read(io, content.file().output()).orElse(new byte[0]);
            existing.add(bytes);
            now.standingIn(bytes, content.bytes()).ifPresent(earlier::add);
        }
        if (earlier.isEmpty() || isBeforeCommit(earlier.get(0), info)) {
            return info;
        }
        BuildInfo before = info.at(earlier.get(0));
        List<InfoContent> contents = contents(before);
        for (int i = 0; i < contents.size(); i++) {
            if (!Arrays.equals(contents.get(i).bytes(), existing.get(i))) {
                return info;
            }
        }
        return before;
    }

    private static boolean isBeforeCommit(BuildTime time, BuildInfo info) {
        return info.commitTime() != null && time.instant().isBefore(info.commitTime());
    }

    WriteResult write(Output output, byte[] bytes) throws IOException {
        try (Root root = io.openOrCreate(output.root())) {
            return root.write(output.name(), Content.of(bytes), options);
        }
    }
}
