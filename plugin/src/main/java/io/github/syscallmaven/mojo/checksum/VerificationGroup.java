package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.mojo.BaseDirectory;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists whose names are relative to the same directory.
 *
 * @param sidecars whether to look for sidecars there
 */
record VerificationGroup(BytePath base, List<BytePath> lists, boolean sidecars) {
    /**
     * Without a base directory, the lists of each folder are a group, and so are the sidecars below {@code
     * sidecarFolder}.
     */
    static List<VerificationGroup> of(
            List<File> files, boolean sidecars, @Nullable File baseDirectory, File sidecarFolder) {
        Map<Path, Set<BytePath>> byFolder = new LinkedHashMap<>();
        for (File file : files) {
            Path path = BaseDirectory.absolute(file);
            Path folder = baseDirectory == null ? path.resolveSibling("") : BaseDirectory.absolute(baseDirectory);
            byFolder.computeIfAbsent(folder, first -> new LinkedHashSet<>()).add(BaseDirectory.pathOf(path));
        }
        Path sidecarsBelow = BaseDirectory.absolute(baseDirectory == null ? sidecarFolder : baseDirectory);
        if (sidecars) {
            byFolder.computeIfAbsent(sidecarsBelow, only -> Set.of());
        }
        List<VerificationGroup> groups = new ArrayList<>();
        byFolder.forEach((folder, lists) -> groups.add(new VerificationGroup(
                BaseDirectory.pathOf(folder), List.copyOf(lists), sidecars && folder.equals(sidecarsBelow))));
        return groups;
    }
}
