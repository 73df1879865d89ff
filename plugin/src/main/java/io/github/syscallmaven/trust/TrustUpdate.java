package io.github.syscallmaven.trust;

import io.github.syscallmaven.trust.Change.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of trusted checksums, updated to what a build has resolved.
 *
 * @param file what to write
 * @param changes one for each artifact and what became of it, by kind and name
 * @param replaced known artifacts that have other bytes now, whether accepted or not
 */
public record TrustUpdate(TrustedChecksumsFile file, List<Change> changes, List<Replaced> replaced) {
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::kind)
            .thenComparing(Change::artifact)
            .thenComparing(Change::before)
            .thenComparing(Change::after);

    /**
     * Compares the file with what was resolved. A line keeps its comments, also when its artifact is updated.
     *
     * @param recorded hashes by path
     * @param merge whether lines stay that this build does not resolve
     */
    public static TrustUpdate of(TrustedChecksumsFile old, Map<String, String> recorded, boolean merge) {
        Map<String, TrustedEntry> before = old.byPath();
        Map<String, TrustedEntry> after = new LinkedHashMap<>();
        if (merge) {
            after.putAll(before);
        }
        recorded.forEach((path, hash) -> after.put(path, entry(before.get(path), path, hash)));
        List<Change> changes = new ArrayList<>();
        Map<String, List<String>> gone = byArtifact(before.keySet(), after.keySet());
        Map<String, List<String>> come = byArtifact(after.keySet(), before.keySet());
        Set<String> artifacts = new TreeSet<>(gone.keySet());
        artifacts.addAll(come.keySet());
        for (String artifact : artifacts) {
            Pairing pairing = new Pairing(
                    artifact, gone.getOrDefault(artifact, List.of()), come.getOrDefault(artifact, List.of()));
            changes.addAll(pairing.changes(before, after));
        }
        changes.sort(ORDER);
        return new TrustUpdate(old.with(List.copyOf(after.values())), List.copyOf(changes), replaced(old, recorded));
    }

    /** Known artifacts whose hash, by path, is another one than in any line of the file. */
    public static List<Replaced> replaced(TrustedChecksumsFile old, Map<String, String> hashes) {
        List<Replaced> replaced = new ArrayList<>();
        old.lines().forEach(entry -> {
            String found = hashes.get(entry.path());
            if (found != null && !found.equals(entry.hash())) {
                replaced.add(new Replaced(entry.path(), entry.hash(), found));
            }
        });
        replaced.sort(Comparator.comparing(Replaced::path));
        return List.copyOf(replaced);
    }

    private static TrustedEntry entry(@Nullable TrustedEntry old, String path, String hash) {
        return new TrustedEntry(path, hash, old == null ? List.of() : old.comments(), 0);
    }

    /** Those of the first that are not among the others, by group and artifact. */
    private static Map<String, List<String>> byArtifact(Set<String> paths, Set<String> others) {
        return paths.stream()
                .filter(path -> !others.contains(path))
                .collect(Collectors.groupingBy(TrustUpdate::artifactOf, TreeMap::new, Collectors.toList()));
    }

    /** A path that no repository has stands for itself. */
    private static String artifactOf(String path) {
        return Coordinates.ofPath(path)
                .map(coordinates -> coordinates.groupId() + ":" + coordinates.artifactId())
                .orElse(path);
    }

    private static String versionOf(String path) {
        return Coordinates.ofPath(path).map(Coordinates::version).orElse("");
    }

    private static String fileOf(String path) {
        return Coordinates.ofPath(path)
                .map(coordinates -> Stream.of(coordinates.classifier(), coordinates.extension())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(".")))
                .orElse("file");
    }

    /** What is gone and what has come of one artifact: an update, if it is one version each. */
    private record Pairing(String artifact, List<String> gone, List<String> come) {
        List<Change> changes(Map<String, TrustedEntry> before, Map<String, TrustedEntry> after) {
            Map<String, List<String>> old = byVersion(gone);
            Map<String, List<String>> young = byVersion(come);
            if (old.size() == 1 && young.size() == 1) {
                return List.of(update(before, after));
            }
            List<Change> changes = new ArrayList<>();
            old.forEach((version, paths) -> changes.add(
                    new Change(Kind.REMOVED, artifact, version, "", files(paths), comments(paths, before))));
            young.forEach((version, paths) ->
                    changes.add(new Change(Kind.ADDED, artifact, "", version, files(paths), List.of())));
            return changes;
        }

        private Change update(Map<String, TrustedEntry> before, Map<String, TrustedEntry> after) {
            Map<String, String> newPaths = come.stream()
                    .collect(Collectors.toMap(TrustUpdate::fileOf, Function.identity(), (one, other) -> one));
            List<String> lost = new ArrayList<>();
            for (String path : gone) {
                List<String> comments = comments(List.of(path), before);
                Optional<TrustedEntry> successor =
                        Optional.ofNullable(newPaths.get(fileOf(path))).map(after::get);
                if (successor.isPresent()) {
                    TrustedEntry entry = successor.get();
                    after.put(entry.path(), new TrustedEntry(entry.path(), entry.hash(), comments, 0));
                } else {
                    lost.addAll(comments);
                }
            }
            return new Change(
                    Kind.UPDATED, artifact, versionOf(gone.get(0)), versionOf(come.get(0)), files(come), lost);
        }

        private static Map<String, List<String>> byVersion(List<String> paths) {
            return paths.stream()
                    .collect(Collectors.groupingBy(TrustUpdate::versionOf, TreeMap::new, Collectors.toList()));
        }

        private static List<String> files(List<String> paths) {
            return paths.stream().map(TrustUpdate::fileOf).sorted().distinct().toList();
        }

        private static List<String> comments(List<String> paths, Map<String, TrustedEntry> entries) {
            return paths.stream()
                    .map(entries::get)
                    .flatMap(entry -> entry.comments().stream())
                    .toList();
        }
    }
}
