package io.github.syscallmaven.it.maven;

import java.nio.file.Path;

/**
 * What {@code mvn pre-integration-test} has prepared for the builds: a Maven, and a local repository that holds the
 * plugin.
 */
record Staging(Path maven, Path repository, Path settings) {

    /** The outer build hands these over; in an IDE they must be set by hand. */
    static final String PLUGIN_VERSION = property("it.plugin.version");

    /** Where repositories have the plugin and its parent. */
    private static final String PLUGIN = "io/github/syscallmaven";

    static final String OUTER_REPOSITORY =
            Path.of(property("it.outer.repository")).toUri().toString();

    static Staging shared(MavenHome maven) {
        return new Staging(
                maven.path(),
                Path.of("target", "it-repo").toAbsolutePath(),
                Path.of("src", "it", "settings.xml").toAbsolutePath());
    }

    /** A user who is not the one of the tests may neither reach them nor take the locks that Maven 4 wants. */
    Staging copyTo(Workspace workspace) {
        return new Staging(
                workspace.copy(maven, "maven"),
                workspace.copy(repository, "repository"),
                workspace.copy(settings, "settings.xml"));
    }

    /** With a local repository of the test's own, that holds the plugin and nothing else yet. */
    Staging withOwnRepository(Workspace workspace) {
        workspace.copy(repository.resolve(PLUGIN), "repository/" + PLUGIN);
        return new Staging(maven, workspace.root().resolve("repository"), settings);
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The system property '" + name + "' is missing; see it/pom.xml");
        }
        return value;
    }
}
