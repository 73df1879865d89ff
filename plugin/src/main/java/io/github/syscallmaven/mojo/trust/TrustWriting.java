package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.mojo.WrittenFiles;
import io.github.syscallmaven.trust.Change;
import io.github.syscallmaven.trust.Change.Kind;
import io.github.syscallmaven.trust.Coordinates;
import io.github.syscallmaven.trust.LocalFiles;
import io.github.syscallmaven.trust.Replaced;
import io.github.syscallmaven.trust.TrustUpdate;
import io.github.syscallmaven.trust.TrustedAlgorithm;
import io.github.syscallmaven.trust.TrustedChecksumsFile;
import io.github.syscallmaven.trust.TrustedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Updates the files of a project to what was recorded, and logs what changed.
 *
 * @param old what the files held
 * @param accepted names of artifacts that may have been replaced
 * @param dryRun whether to fail instead of writing
 */
record TrustWriting(
        TrustFiles files,
        Map<TrustedAlgorithm, TrustedChecksumsFile> old,
        Set<String> accepted,
        boolean merge,
        boolean dryRun,
        Log log) {

    /** {@code recorded} are hashes by path. */
    void run(Map<TrustedAlgorithm, Map<String, String>> recorded, WrittenFiles written)
            throws IOException, MojoFailureException {
        if (!files.read().equals(old)) {
            throw new MojoFailureException("The project's trusted checksums have changed while the build was recorded."
                    + " Nothing was written; call the goal again.");
        }
        Map<TrustedAlgorithm, TrustedChecksumsFile> updated = new EnumMap<>(TrustedAlgorithm.class);
        Map<TrustedAlgorithm, TrustUpdate> updates = new EnumMap<>(TrustedAlgorithm.class);
        for (TrustedAlgorithm algorithm : recorded.keySet()) {
            TrustUpdate update = TrustUpdate.of(
                    old.getOrDefault(algorithm, TrustedChecksumsFile.EMPTY), recorded.get(algorithm), merge);
            updates.put(algorithm, update);
            updated.put(algorithm, update.file());
        }
        List<Replaced> replaced = updates.values().stream()
                .flatMap(update -> update.replaced().stream())
                .toList();
        requireNotReplaced(replaced);
        replaced.forEach(one -> log.warn("Accepted: " + one + "."));
        updates.forEach(this::show);
        List<TrustFiles.Wanted> pending = files.pending(updated);
        for (TrustFiles.Wanted file : pending) {
            if (!file.added().isEmpty()) {
                log.info("'" + file.name() + (dryRun ? "' lacks:" : "' gets:"));
                file.added().forEach(line -> log.info("  " + line));
            }
        }
        if (pending.isEmpty()) {
            log.info("Nothing has changed.");
        } else if (dryRun) {
            throw new MojoFailureException(names(pending) + " would change. Call the goal without <dryRun>"
                    + " (-Dsyscall.dryRun), and commit what it writes.");
        } else {
            for (TrustFiles.Wanted file : pending) {
                files.write(file, written).warnings().forEach(log::warn);
            }
            log.info("Wrote " + names(pending) + ".");
        }
    }

    private static String names(List<TrustFiles.Wanted> files) {
        return files.stream().map(file -> "'" + file.name() + "'").collect(Collectors.joining(", "));
    }

    /**
     * Fails when a file of the local repository is not what the project knows: before a build may run it. What only
     * goals that run resolve may not be there yet; that is seen when it is recorded.
     */
    void requireKnownFiles(LocalFiles local, Algorithms algorithms) throws IOException, MojoFailureException {
        List<Replaced> replaced = new ArrayList<>();
        for (Map.Entry<TrustedAlgorithm, TrustedChecksumsFile> known : old.entrySet()) {
            List<String> paths = known.getValue().entries().stream()
                    .map(TrustedEntry::path)
                    .filter(path -> Coordinates.ofPath(path).isPresent())
                    .toList();
            replaced.addAll(TrustUpdate.replaced(
                    known.getValue(),
                    local.hashes(paths, algorithms.named(known.getKey().id()))));
        }
        requireNotReplaced(replaced);
    }

    /** Fails for artifacts that were replaced, unless the user accepts each by name. */
    private void requireNotReplaced(List<Replaced> replaced) throws MojoFailureException {
        List<Replaced> refused =
                replaced.stream().filter(one -> !isAccepted(one.path())).toList();
        if (!refused.isEmpty()) {
            throw new MojoFailureException(
                    "Artifacts that the project trusts have been replaced (" + refused.size() + "):\n"
                            + refused.stream().map(one -> "  " + one).collect(Collectors.joining("\n"))
                            + "\nNothing was changed. A release never changes: delete the files from the local"
                            + " repository and fetch"
                            + " them again. If you know why they differ, accept them by -Dsyscall.accept="
                            + refused.stream()
                                    .map(one -> Printable.of(one.name()))
                                    .distinct()
                                    .collect(Collectors.joining(","))
                            + ".");
        }
    }

    boolean isAccepted(String path) {
        return Coordinates.ofPath(path).stream()
                .flatMap(found ->
                        Stream.of(found.toString(), found.groupId() + ":" + found.artifactId() + ":" + found.version()))
                .anyMatch(accepted::contains);
    }

    private void show(TrustedAlgorithm algorithm, TrustUpdate update) {
        List<Change> changes = update.changes();
        String size =
                "'" + files.nameOf(algorithm) + "': " + update.file().entries().size() + " files";
        if (isNew(algorithm)) {
            log.info(size + " of " + changes.size() + " artifacts, none known before.");
            return;
        }
        // With another algorithm the same artifacts change.
        if (algorithm == old.keySet().iterator().next()) {
            for (Change change : changes) {
                log.info(change.toString());
                change.lostComments()
                        .forEach(comment -> log.warn("  and with it the comment '" + Printable.of(comment) + "'"));
            }
        }
        log.info(size + "; artifacts: " + count(changes, Kind.ADDED) + " added, " + count(changes, Kind.REMOVED)
                + " removed, " + count(changes, Kind.UPDATED) + " updated.");
    }

    private boolean isNew(TrustedAlgorithm algorithm) {
        return old.getOrDefault(algorithm, TrustedChecksumsFile.EMPTY).entries().isEmpty();
    }

    private static long count(List<Change> changes, Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
