package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.mojo.Output;
import io.github.syscallmaven.mojo.ShownPaths;
import io.github.syscallmaven.mojo.WrittenFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Writes the files of one run, removes stale ones, and logs in one line what has changed. */
record InfoWriter(InfoFiles files, EarlierOutputs earlier, WrittenFiles claims, ShownPaths shown, Log log) {

    /** Adds these sentences to the line, which there is only when a file has changed. */
    void write(BuildInfo info, List<String> sentences) throws IOException {
        List<InfoContent> contents = files.contents(info);
        for (InfoContent content : contents) {
            claims.claim(content.file().parameter(), content.file().output().path());
        }
        List<String> line = new ArrayList<>();
        List<BytePath> changed = new ArrayList<>();
        for (InfoContent content : contents) {
            Output output = content.file().output();
            WriteResult result = files.write(output, content.bytes());
            result.warnings().forEach(log::warn);
            if (result.outcome() == WriteResult.Outcome.UNCHANGED) {
                log.debug("Up to date: " + quoted(output.path()) + ".");
            } else {
                changed.add(output.path());
            }
        }
        if (!changed.isEmpty()) {
            line.add("Wrote " + list(changed) + ".");
        }
        EarlierOutputs.Outcome outcome = earlier.replaceBy(contents);
        if (!outcome.removed().isEmpty()) {
            line.add("Removed " + list(outcome.removed()) + ", which an earlier build wrote.");
        }
        warnOfStale(outcome.changed(), contents);
        line.addAll(sentences);
        report(line, !changed.isEmpty() || !outcome.removed().isEmpty());
    }

    private void report(List<String> line, boolean hasChanged) {
        if (hasChanged) {
            log.info(String.join(" ", line));
        } else {
            line.forEach(log::debug);
        }
    }

    private void warnOfStale(List<BytePath> changed, List<InfoContent> contents) throws IOException {
        for (BytePath path : changed) {
            log.warn(quoted(path) + " stays, though the goal does not write it any more: it has been changed since an"
                    + " earlier build wrote it. Remove it, or clean the build directory.");
        }
        for (InfoFile file : files.files()) {
            BytePath path = file.output().path();
            boolean mayBeStale = !earlier.has(file.output())
                    && contents.stream()
                            .noneMatch(content -> content.file().output().path().equals(path));
            if (mayBeStale
                    && InfoContent.read(files.io(), file.output())
                            .filter(file::looksWritten)
                            .isPresent()) {
                log.warn(quoted(path) + " looks like what an earlier build wrote, and there is nothing"
                        + " to write there now. If it is stale, remove it, or clean the build directory.");
            }
        }
    }

    private String list(List<BytePath> paths) {
        return paths.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    private String quoted(BytePath path) {
        return "'" + shown.of(path) + "'";
    }
}
