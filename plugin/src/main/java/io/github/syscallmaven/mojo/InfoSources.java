package io.github.syscallmaven.mojo;

import io.github.syscallmaven.info.GitCache;
import io.github.syscallmaven.info.InfoCollector;
import io.github.syscallmaven.info.InfoRequest;
import io.github.syscallmaven.io.SyscallFileIo;
import io.github.syscallmaven.syscall.Syscalls;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Where the facts of a Maven build come from. */
final class InfoSources {
    /** One for each build, which all of its modules share; Maven gives each module a session, but all the same request. */
    private static final Map<MavenExecutionRequest, GitCache> OF_BUILD =
            Collections.synchronizedMap(new WeakHashMap<>());

    private InfoSources() {}

    static InfoCollector collector(MavenSession session, Syscalls syscalls) {
        RepositoryFiles files = new RepositoryFiles(new SyscallFileIo(syscalls));
        GitCache git = OF_BUILD.computeIfAbsent(session.getRequest(), build -> new GitCache(environment(session)));
        return new InfoCollector(git, files, files::read);
    }

    static InfoRequest.Host host(MavenSession session) {
        Map<String, String> system = new TreeMap<>();
        session.getSystemProperties().forEach((key, value) -> system.put(key.toString(), value.toString()));
        return new InfoRequest.Host(
                environment(session), system, system.getOrDefault("maven.version", ""), InfoSources::hostName);
    }

    /** As Maven was started with; its daemon's own may be another. */
    private static Map<String, String> environment(MavenSession session) {
        Map<String, String> environment = new TreeMap<>();
        session.getSystemProperties().forEach((key, value) -> {
            if (key.toString().startsWith("env.")) {
                environment.put(key.toString().substring("env.".length()), value.toString());
            }
        });
        return environment;
    }

    private static @Nullable String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException withoutName) {
            return null;
        }
    }
}
