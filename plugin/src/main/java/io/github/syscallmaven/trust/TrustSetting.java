package io.github.syscallmaven.trust;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The properties by which Resolver enforces one file of trusted checksums. Any of them, set otherwise, switches that
 * off.
 */
public enum TrustSetting {
    /** Reads the file. */
    SOURCE("aether.trustedChecksumsSource.summaryFile", "false"),
    /** The file's folder; a relative one is below the local repository. */
    FOLDER("aether.trustedChecksumsSource.summaryFile.basedir", ".checksums"),
    /**
     * Whether the file's name tells the repository. Maven 3.10.0 makes another name of that than earlier ones, and a
     * mirror yet another.
     */
    ORIGIN_AWARE("aether.trustedChecksumsSource.summaryFile.originAware", "true"),
    /** Verifies what is resolved. */
    ENFORCED("aether.artifactResolver.postProcessor.trustedChecksums", "false"),
    /** Of the file, separated by commas. */
    ALGORITHMS("aether.artifactResolver.postProcessor.trustedChecksums.checksumAlgorithms", "SHA-1"),
    /** Whether an artifact that the file does not have fails the build. */
    FAIL_IF_MISSING("aether.artifactResolver.postProcessor.trustedChecksums.failIfMissing", "false"),
    /** Takes whatever is resolved for the truth, and verifies nothing. */
    RECORD("aether.artifactResolver.postProcessor.trustedChecksums.record", "false");

    /** The option that lets a download fail whose checksum is not the one its repository publishes. */
    public static final String STRICT_CHECKSUMS = "--strict-checksums";

    /** Its short form. */
    public static final String STRICT_CHECKSUMS_SHORT = "-C";

    /** Where {@code .mvn/maven.config} can name the project's root. */
    public static final String ROOT = "${session.rootDirectory}/";

    private final String property;
    private final String fallback;

    TrustSetting(String property, String fallback) {
        this.property = property;
        this.fallback = fallback;
    }

    /** A user property of Maven. */
    public String property() {
        return property;
    }

    /** What Resolver takes when the property is not set. */
    public String fallback() {
        return fallback;
    }

    /** The value that this policy needs. */
    public String required(TrustPolicy policy) {
        return switch (this) {
            case SOURCE, ENFORCED -> "true";
            case ORIGIN_AWARE, RECORD -> "false";
            case FOLDER -> ROOT + policy.folder();
            case ALGORITHMS ->
                policy.algorithms().stream().map(TrustedAlgorithm::id).collect(Collectors.joining(","));
            case FAIL_IF_MISSING -> Boolean.toString(policy.failIfMissing());
        };
    }

    /**
     * Whether this value does what the policy needs. Booleans may be in any case, algorithms in any order. If the
     * project has chosen not to fail on missing lines, any value is accepted.
     */
    public boolean accepts(String value, TrustPolicy policy) {
        return switch (this) {
            case FAIL_IF_MISSING -> true;
            case FOLDER -> withoutSlash(value).equals(required(policy));
            case ALGORITHMS -> words(value).containsAll(words(required(policy)));
            default -> value.toLowerCase(Locale.ROOT).equals(required(policy));
        };
    }

    private static String withoutSlash(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    private static List<String> words(String value) {
        return List.of(value.split("\\s*,\\s*"));
    }

    /** As a line of {@code .mvn/maven.config}. */
    public String line(TrustPolicy policy) {
        return "-D" + property + "=" + required(policy);
    }
}
