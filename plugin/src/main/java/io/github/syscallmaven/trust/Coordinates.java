package io.github.syscallmaven.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names one file of a Maven repository.
 *
 * @param version of a snapshot with its time stamp, when the file has one
 * @param classifier empty for none
 * @param extension of the file, such as {@code jar} or {@code pom}; empty for none
 */
public record Coordinates(String groupId, String artifactId, String version, String classifier, String extension) {
    private static final String SNAPSHOT = "-SNAPSHOT";

    private static final Pattern TIME_STAMP = Pattern.compile("(.*?)([0-9]{8}\\.[0-9]{6}-[0-9]+)(.*)");

    /** Extensions with a dot in them, which no file name tells from the end of a classifier. */
    private static final List<String> DOUBLE = List.of("tar.gz", "tar.bz2", "tar.xz", "tar.zst");

    /**
     * Reads a path of a repository's layout, such as {@code org/example/lib/1.0/lib-1.0-sources.jar}. A classifier ends
     * at the last dot, or before a double extension such as {@code tar.gz}: the path does not tell more.
     *
     * @return empty when no repository has such a path
     */
    public static Optional<Coordinates> ofPath(String path) {
        String[] parts = path.split("/", -1);
        int last = parts.length - 1;
        if (last < 3 || Arrays.stream(parts).anyMatch(Coordinates::isNoName)) {
            return Optional.empty();
        }
        String groupId = String.join(".", Arrays.copyOf(parts, last - 2));
        String artifactId = parts[last - 2];
        String baseVersion = parts[last - 1];
        String file = parts[last];
        if (!file.startsWith(artifactId + "-")) {
            return Optional.empty();
        }
        String rest = file.substring(artifactId.length() + 1);
        if (rest.startsWith(baseVersion)) {
            return of(groupId, artifactId, baseVersion, rest.substring(baseVersion.length()));
        }
        Matcher stamped = TIME_STAMP.matcher(rest);
        if (baseVersion.endsWith(SNAPSHOT)
                && stamped.matches()
                && stamped.group(1).equals(withoutSnapshot(baseVersion) + "-")) {
            return of(groupId, artifactId, stamped.group(1) + stamped.group(2), stamped.group(3));
        }
        return Optional.empty();
    }

    /** Dots in a group's folder would be read as further folders. */
    private static boolean isNoName(String part) {
        return part.isEmpty()
                || part.equals(".")
                || part.equals("..")
                || part.chars().anyMatch(c -> c <= ' ');
    }

    private static Optional<Coordinates> of(String groupId, String artifactId, String version, String rest) {
        if (rest.isEmpty() || rest.startsWith(".")) {
            String extension = rest.isEmpty() ? "" : rest.substring(1);
            return Optional.of(new Coordinates(groupId, artifactId, version, "", extension));
        }
        if (!rest.startsWith("-")) {
            return Optional.empty();
        }
        int dot = DOUBLE.stream()
                .filter(extension -> rest.endsWith("." + extension))
                .findFirst()
                .map(extension -> rest.length() - extension.length() - 1)
                .orElse(rest.lastIndexOf('.'));
        String classifier = dot < 0 ? rest.substring(1) : rest.substring(1, Math.max(1, dot));
        return classifier.isEmpty()
                ? Optional.empty()
                : Optional.of(new Coordinates(
                        groupId, artifactId, version, classifier, dot < 0 ? "" : rest.substring(dot + 1)));
    }

    private static String withoutSnapshot(String version) {
        return version.substring(0, version.length() - SNAPSHOT.length());
    }

    /** The version that names the folder: {@code 1.0-SNAPSHOT} for {@code 1.0-20260102.030405-6}. */
    public String baseVersion() {
        Matcher stamped = TIME_STAMP.matcher(version);
        return stamped.matches()
                        && stamped.group(1).endsWith("-")
                        && stamped.group(3).isEmpty()
                ? stamped.group(1) + SNAPSHOT.substring(1)
                : version;
    }

    /** Whether other bytes may be published under these coordinates at any time. */
    public boolean isSnapshot() {
        return baseVersion().endsWith(SNAPSHOT) || version.equals("SNAPSHOT");
    }

    /** Where a remote repository has the file, and how trusted checksums name it. */
    public String path() {
        return groupId.replace('.', '/')
                + '/'
                + artifactId
                + '/'
                + baseVersion()
                + '/'
                + artifactId
                + '-'
                + version
                + (classifier.isEmpty() ? "" : "-" + classifier)
                + (extension.isEmpty() ? "" : "." + extension);
    }

    /** What stays when the version is updated: {@code group:artifact:extension[:classifier]}. */
    public String unversioned() {
        return groupId + ':' + artifactId + ':' + extension + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    /** As Maven writes them: {@code group:artifact:extension[:classifier]:version}. */
    @Override
    public String toString() {
        return unversioned() + ':' + version;
    }
}
