package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.trust.MavenConfig;
import io.github.syscallmaven.trust.SessionSettings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Profile;

/** Reads the properties of a session and their possible sources. */
public final class SessionReader {
    private static final String ENVIRONMENT = "env.";

    /** In bytes. */
    private static final int LARGEST = 1 << 20;

    private SessionReader() {}

    /** What this session has; {@code root} is the project's, in which {@code .mvn} is. */
    public static SessionSettings read(MavenSession session, Root root) throws IOException {
        Map<String, String> effective = new HashMap<>();
        session.getRepositorySession()
                .getConfigProperties()
                .forEach((name, value) -> effective.put(name, String.valueOf(value)));
        Map<String, Map<String, String>> profiles = new TreeMap<>();
        for (Profile profile : session.getSettings().getProfiles()) {
            profiles.put(String.valueOf(profile.getId()), map(profile.getProperties()));
        }
        Map<String, String> environment = new HashMap<>();
        map(session.getSystemProperties()).forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                environment.put(name.substring(ENVIRONMENT.length()), value);
            }
        });
        return new SessionSettings(
                effective,
                map(session.getUserProperties()),
                profiles,
                MavenConfig.parse(content(root, MavenConfig.PATH)),
                new String(content(root, ".mvn/jvm.config"), StandardCharsets.UTF_8),
                environment,
                System.getProperty("sun.java.command", ""),
                root(session).getPath());
    }

    /** The folder that holds {@code .mvn}: where it is looked for if there is none, and when Maven does not tell. */
    public static File root(MavenSession session) {
        File root = session.getRequest().getMultiModuleProjectDirectory();
        return root == null ? new File(session.getExecutionRootDirectory()) : root;
    }

    /** The local repository, and others that Maven only reads; since 3.9 there may be some. */
    public static List<File> repositories(MavenSession session) {
        List<File> repositories = new ArrayList<>();
        repositories.add(session.getRepositorySession().getLocalRepository().getBasedir());
        Object tail = session.getRepositorySession().getConfigProperties().get("maven.repo.local.tail");
        if (tail != null) {
            Stream.of(tail.toString().split(","))
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .map(File::new)
                    .forEach(repositories::add);
        }
        return repositories;
    }

    private static byte[] content(Root root, String name) throws IOException {
        BytePath path = BytePath.of(name);
        return root.stat(path).isEmpty() ? new byte[0] : root.readAll(path, LARGEST);
    }

    private static Map<String, String> map(Properties properties) {
        Map<String, String> map = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }
}
