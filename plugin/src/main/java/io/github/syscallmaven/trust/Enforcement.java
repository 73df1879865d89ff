package io.github.syscallmaven.trust;

import static io.github.syscallmaven.trust.SessionSettings.shown;

import io.github.syscallmaven.trust.TrustFinding.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the settings of a session make Resolver enforce trusted checksums, and whether {@code .mvn/maven.config}
 * makes every other session do so, too: a setting of this command line protects no other session, and a setting that it
 * does not fix can be switched off by a profile of the settings, by {@code MAVEN_OPTS} or by a {@code
 * maven-user.properties}.
 */
public final class Enforcement {
    /** Since Maven 3.9.12: {@code all}, or {@code project} to leave plugins out. */
    private static final String SCOPE = "aether.artifactResolver.postProcessor.trustedChecksums.scope";

    private final SessionSettings settings;

    public Enforcement(SessionSettings settings) {
        this.settings = settings;
    }

    /** The algorithms that it compares; a file for each. Those that prove nothing are left out. */
    public List<TrustedAlgorithm> algorithms() {
        return Arrays.stream(TrustedAlgorithm.values())
                .filter(algorithm -> words().contains(algorithm.id()))
                .toList();
    }

    private List<String> words() {
        return List.of(settings.value(TrustSetting.ALGORITHMS).strip().split("\\s*,\\s*"));
    }

    /** Whether an artifact without a line is refused. */
    public boolean isFailingIfMissing() {
        return is(settings.value(TrustSetting.FAIL_IF_MISSING));
    }

    /** Whether Resolver writes checksums, and compares none. */
    public boolean isRecording() {
        return is(settings.value(TrustSetting.RECORD));
    }

    /** As Resolver reads booleans. */
    private static boolean is(String value) {
        return Boolean.parseBoolean(value);
    }

    /** The files' folder, absolute; empty when it depends on the local repository. */
    public Optional<String> folder() {
        return Optional.of(settings.value(TrustSetting.FOLDER)).filter(Enforcement::isAbsolute);
    }

    private static boolean isAbsolute(String folder) {
        try {
            return Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** One finding for each setting, and more where something is wrong. */
    public List<TrustFinding> findings() {
        List<TrustFinding> findings = new ArrayList<>();
        for (TrustSetting setting : TrustSetting.values()) {
            findings.add(setting == TrustSetting.FAIL_IF_MISSING ? failIfMissing() : of(setting));
        }
        String scope = settings.effective().getOrDefault(SCOPE, "all");
        if (!scope.equals("all")) {
            findings.add(notEnforced(
                    SCOPE,
                    "is '" + shown(scope) + "', set by " + settings.origin(SCOPE)
                            + "; it leaves plugins out, which run with all of your rights"));
        }
        MavenConfig config = settings.config();
        if (!config.has(TrustSetting.STRICT_CHECKSUMS) && !config.has(TrustSetting.STRICT_CHECKSUMS_SHORT)) {
            findings.add(TrustFinding.note(
                    TrustSetting.STRICT_CHECKSUMS,
                    "is not in " + MavenConfig.PATH
                            + ": what is damaged on its way is only warned about, unless it has a" + " line"));
        }
        List<String> properties =
                Arrays.stream(TrustSetting.values()).map(TrustSetting::property).toList();
        for (int line : config.ambiguous(properties)) {
            findings.add(notEnforced(
                    MavenConfig.PATH,
                    "line " + line
                            + " holds several options; since Maven 3.9 all but the first are a part of its value;"
                            + " give each a line of its own"));
        }
        return findings;
    }

    private TrustFinding of(TrustSetting setting) {
        String value = settings.value(setting);
        String wrong = wrong(setting, value);
        String property = setting.property();
        Optional<String> configured = settings.configured(property);
        String origin = settings.origin(property);
        if (!wrong.isEmpty()) {
            return notEnforced(property, said(setting) + wrong + overridden(property, value));
        }
        if (configured.isEmpty()) {
            return notEnforced(
                    property,
                    said(setting) + " and not by " + MavenConfig.PATH
                            + ", so that other sessions may have another value");
        }
        String wrongElsewhere = wrong(setting, configured.get());
        return wrongElsewhere.isEmpty()
                ? TrustFinding.fine(property, "is '" + shown(value) + "', set by " + origin)
                : notEnforced(property, said(setting) + overridden(property, value) + wrongElsewhere);
    }

    private TrustFinding failIfMissing() {
        TrustSetting setting = TrustSetting.FAIL_IF_MISSING;
        String property = setting.property();
        String value = settings.value(setting);
        Optional<String> configured = settings.configured(property);
        if (is(value)) {
            return TrustFinding.fine(property, said(setting));
        }
        if (configured.isPresent() && !is(configured.get())) {
            return TrustFinding.note(property, said(setting) + ": artifacts without a line are not refused");
        }
        return notEnforced(
                property,
                said(setting) + ", so that artifacts without a line are not refused" + overridden(property, value));
    }

    private String said(TrustSetting setting) {
        return "is '" + shown(settings.value(setting)) + "', set by " + settings.origin(setting.property());
    }

    /** What {@code .mvn/maven.config} sets it to, if that is something else; empty otherwise. */
    private String overridden(String property, String value) {
        return settings.configured(property)
                .filter(configured -> !configured.equals(value))
                .map(configured -> "; " + MavenConfig.PATH + " has '" + shown(configured) + "'")
                .orElse("");
    }

    /** Why this value will not do, as it follows the value; empty when it will. */
    private String wrong(TrustSetting setting, String value) {
        return switch (setting) {
            case SOURCE -> is(value) ? "" : ", so that Resolver reads no file";
            case ENFORCED -> is(value) ? "" : ", so that Resolver compares nothing";
            case ORIGIN_AWARE ->
                is(value) ? ", so that the file's name depends on the repository, and on the version of Maven" : "";
            case RECORD -> is(value) ? ", so that Resolver records what it finds instead of comparing it" : "";
            case FOLDER ->
                isAbsolute(value) ? "" : ", which is relative, so that Resolver looks below the local repository";
            case ALGORITHMS -> wrongAlgorithms(value);
            case FAIL_IF_MISSING -> "";
        };
    }

    private static String wrongAlgorithms(String value) {
        List<String> unknown = new ArrayList<>(List.of(value.strip().split("\\s*,\\s*")));
        for (TrustedAlgorithm algorithm : TrustedAlgorithm.values()) {
            unknown.remove(algorithm.id());
        }
        return unknown.isEmpty() ? "" : ", which has to be SHA-256 or SHA-512, or both with a comma between them";
    }

    private static TrustFinding notEnforced(String property, String what) {
        return TrustFinding.failure(Kind.NOT_ENFORCED, property, what);
    }
}
