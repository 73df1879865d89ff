package io.github.syscallmaven.mojo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/**
 * State that all goals of one build share, in all modules, threads and executions, also if Maven loads the plugin more
 * than once because a module adds dependencies to it. It lives as long as the build's request; nothing is static.
 *
 * <p>As two loads of the plugin see two classes of each name, only types of the JDK may be kept here.
 */
public final class BuildState {
    private static final String PREFIX = "io.github.syscallmaven.";

    private BuildState() {}

    /** The map of this name, the same one in the whole build; empty when asked for first. */
    public static <V> ConcurrentMap<String, V> map(MavenSession session, String name) {
        return map(session.getRequest(), name);
    }

    /** The map of this name, the same one in the whole build; empty when asked for first. */
    public static <V> ConcurrentMap<String, V> map(MavenExecutionRequest build, String name) {
        return get(build, name, ConcurrentHashMap::new);
    }

    /** Keeps this object from being collected until the build ends. Nobody asks for it, so it may be of any class. */
    static void keep(MavenSession session, Object kept) {
        BuildState.<Object>map(session, "kept").put(Integer.toHexString(System.identityHashCode(kept)), kept);
    }

    /** The object of this name, made when asked for first. Its class and all that it holds are the JDK's. */
    @SuppressWarnings("unchecked") // One name, one type: the names are constants of the classes that ask.
    private static <T> T get(MavenExecutionRequest build, String name, Supplier<T> first) {
        // Maven hands each module a session of its own, but all the same request; its map is a plain HashMap.
        synchronized (build) {
            Map<String, Object> data = build.getData();
            return (T) data.computeIfAbsent(PREFIX + name, absent -> first.get());
        }
    }
}
