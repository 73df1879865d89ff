package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.trust.MavenConfig.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The properties of one Maven session, and all places that they may come from.
 *
 * @param effective as Resolver sees them
 * @param user what the command line and {@code .mvn/maven.config} set, and of Maven 4 {@code maven-user.properties}
 * @param profiles by the ids of profiles in {@code settings.xml}, what these set
 * @param config the {@code .mvn/maven.config}
 * @param jvmConfig the {@code .mvn/jvm.config}; empty when there is none
 * @param environment variables of the environment
 * @param commandLine of the JVM; empty when it is unknown
 * @param root the folder of the project that {@code ${session.rootDirectory}} stands for
 */
public record SessionSettings(
        Map<String, String> effective,
        Map<String, String> user,
        Map<String, Map<String, String>> profiles,
        MavenConfig config,
        String jvmConfig,
        Map<String, String> environment,
        String commandLine,
        String root) {
    private static final int LONGEST_VALUE = 160;

    /** What Resolver takes. */
    public String value(TrustSetting setting) {
        return effective.getOrDefault(setting.property(), setting.fallback());
    }

    /** What {@code .mvn/maven.config} sets a property to, with the project's root in it. */
    Optional<String> configured(String property) {
        return config.definition(property)
                .map(Definition::value)
                .map(value -> value.replace(TrustSetting.ROOT.substring(0, TrustSetting.ROOT.length() - 1), root));
    }

    /** Where the value of a property comes from, as far as it can be told: what follows "set by". */
    String origin(String property) {
        String value = effective.get(property);
        if (value == null) {
            return "nothing";
        }
        if (user.containsKey(property)) {
            return userOrigin(property, value);
        }
        Set<String> ids = new TreeSet<>();
        profiles.forEach((id, properties) -> {
            if (value.equals(properties.get(property))) {
                ids.add("the profile '" + shown(id) + "' of the settings");
            }
        });
        return ids.isEmpty() ? systemOrigin(property) : String.join(" or ", ids);
    }

    private String userOrigin(String property, String value) {
        if (configured(property).filter(value::equals).isPresent()) {
            return MavenConfig.PATH + ", line "
                    + config.definition(property).orElseThrow().line();
        }
        if (environment.getOrDefault("MAVEN_ARGS", "").contains(property)) {
            return "MAVEN_ARGS";
        }
        return commandLine.contains(property) ? "the command line" : "the command line or a maven-user.properties";
    }

    private String systemOrigin(String property) {
        if (jvmConfig.contains(property)) {
            return ".mvn/jvm.config";
        }
        return environment.getOrDefault("MAVEN_OPTS", "").contains(property)
                ? "MAVEN_OPTS"
                : "a system property of the JVM";
    }

    static String shown(String value) {
        return Printable.of(value, LONGEST_VALUE);
    }
}
