package io.github.syscallmaven.info.ci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A build of {@code ci-environments.txt}, which describes its own form.
 *
 * @param variables lines of {@code NAME=value}
 * @param files lines by file
 * @param expected values by the name of a field of {@link CiBuild}
 */
record CiEnvironment(
        String name, List<String> variables, Map<String, List<String>> files, Map<String, String> expected) {

    static List<CiEnvironment> all() throws IOException {
        Map<String, CiEnvironment> common = new LinkedHashMap<>();
        List<CiEnvironment> builds = new ArrayList<>();
        CiEnvironment current = new CiEnvironment("");
        for (String line : text().lines().toList()) {
            if (line.startsWith("[")) {
                String[] names = line.substring(1, line.length() - 1).split(": ", 2);
                current = new CiEnvironment(line.substring(1, line.length() - 1));
                if (names.length == 1) {
                    common.put(names[0], current);
                } else {
                    current.addAll(common.getOrDefault(names[0], current));
                    builds.add(current);
                }
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        return builds;
    }

    private static String text() throws IOException {
        try (InputStream in = CiEnvironment.class.getResourceAsStream("/ci-environments.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private CiEnvironment(String name) {
        this(name, new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
    }

    private void addAll(CiEnvironment other) {
        variables.addAll(other.variables);
        other.files.forEach((file, lines) -> files.put(file, new ArrayList<>(lines)));
        expected.putAll(other.expected);
    }

    private void add(String line) {
        if (line.startsWith("> ")) {
            String[] fieldAndValue = line.substring(2).split(" ", 2);
            expected.remove(fieldAndValue[0]);
            if (fieldAndValue.length == 2) {
                expected.put(fieldAndValue[0], fieldAndValue[1]);
            }
        } else if (line.startsWith("@")) {
            String[] fileAndText = line.substring(1).split(" ", 2);
            files.computeIfAbsent(fileAndText[0], first -> new ArrayList<>()).add(fileAndText[1]);
        } else {
            variables.add(line);
        }
    }

    Map<String, String> environment() {
        return new GuardedEnvironment(variables.toArray(String[]::new));
    }

    /** Fails where no file is expected to be read. */
    Optional<byte[]> read(String file) {
        if (files.isEmpty()) {
            throw new AssertionError(file + " was read");
        }
        return Optional.ofNullable(files.get(file))
                .map(lines -> String.join("\n", lines).getBytes(ISO_8859_1));
    }

    @Override
    public String toString() {
        return name;
    }
}
