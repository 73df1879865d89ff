package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.trust.PomReferences.Name;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parents of POMs and the BOMs that they import, as a local repository has them. For BOMs, the version of the
 * inheriting POM counts. A version that depends on a profile or on a property from elsewhere is not found.
 */
public final class PomClosure {
    /** In bytes. */
    private static final int LARGEST = 8 << 20;

    /** Nobody inherits from that many; a circle does. */
    private static final int MOST_ANCESTORS = 100;

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}]+)}");

    private final Root repository;
    private final Map<String, Optional<PomReferences>> known = new HashMap<>();
    private final Set<String> found = new TreeSet<>();

    public PomClosure(Root repository) {
        this.repository = repository;
    }

    /**
     * The paths of all that can be read.
     *
     * @param poms paths of POMs that Maven builds models of
     * @param modules the contents of the POMs of the project itself
     */
    public Set<String> of(Set<String> poms, List<byte[]> modules) throws IOException {
        Deque<String> waiting = new ArrayDeque<>(poms);
        Set<String> seen = new HashSet<>(poms);
        for (byte[] module : modules) {
            Optional<PomReferences> pom = PomReferences.parse(module);
            if (pom.isPresent()) {
                follow(pom.get(), waiting, seen);
            }
        }
        while (!waiting.isEmpty()) {
            Optional<PomReferences> pom = read(waiting.remove());
            if (pom.isPresent()) {
                follow(pom.get(), waiting, seen);
            }
        }
        return Set.copyOf(found);
    }

    private void follow(PomReferences pom, Deque<String> waiting, Set<String> seen) throws IOException {
        List<PomReferences> line = line(pom);
        Map<String, String> properties = new HashMap<>();
        Map<String, Name> imports = new LinkedHashMap<>();
        for (PomReferences heir : line) {
            heir.properties().forEach(properties::putIfAbsent);
            if (heir.parent() != null) {
                properties.putIfAbsent("project.groupId", heir.parent().groupId());
                properties.putIfAbsent("project.version", heir.parent().version());
                properties.putIfAbsent("project.parent.groupId", heir.parent().groupId());
                properties.putIfAbsent("project.parent.version", heir.parent().version());
            }
            heir.imports().forEach(bom -> imports.putIfAbsent(bom.groupId() + ':' + bom.artifactId(), bom));
        }
        for (Name bom : imports.values()) {
            String path = path(new Name(
                    interpolated(bom.groupId(), properties),
                    interpolated(bom.artifactId(), properties),
                    interpolated(bom.version(), properties)));
            if (read(path).isPresent()) {
                found.add(path);
                if (seen.add(path)) {
                    waiting.add(path);
                }
            }
        }
    }

    /** The POM and its ancestors, which are found thereby. */
    private List<PomReferences> line(PomReferences pom) throws IOException {
        List<PomReferences> line = new ArrayList<>(List.of(pom));
        for (Name parent = pom.parent(); parent != null && line.size() < MOST_ANCESTORS; ) {
            String path = path(parent);
            Optional<PomReferences> ancestor = read(path);
            ancestor.ifPresent(there -> {
                found.add(path);
                line.add(there);
            });
            parent = ancestor.map(PomReferences::parent).orElse(null);
        }
        return line;
    }

    private static String path(Name name) {
        return new Coordinates(name.groupId(), name.artifactId(), name.version(), "", "pom").path();
    }

    private static String interpolated(String text, Map<String, String> properties) {
        String before = text;
        for (int depth = 0; depth < MOST_ANCESTORS; depth++) {
            String after = EXPRESSION.matcher(before).replaceAll(expression -> {
                String value = properties.get(expression.group(1));
                return Matcher.quoteReplacement(value == null ? expression.group() : value);
            });
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return before;
    }

    /** Empty, too, for a snapshot: Maven verifies none. */
    private Optional<PomReferences> read(String path) throws IOException {
        Optional<PomReferences> pom = known.get(path);
        if (pom == null) {
            BytePath name = BytePath.of(path);
            boolean isRelease = Coordinates.ofPath(path)
                    .filter(coordinates -> !coordinates.isSnapshot())
                    .isPresent();
            pom = isRelease && repository.stat(name).isPresent()
                    ? PomReferences.parse(repository.readAll(name, LARGEST))
                    : Optional.empty();
            known.put(path, pom);
        }
        return pom;
    }
}
