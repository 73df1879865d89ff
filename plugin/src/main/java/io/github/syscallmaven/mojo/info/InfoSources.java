package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.collect.InfoCollector;
import io.github.syscallmaven.info.collect.InfoRequest;
import io.github.syscallmaven.info.git.GitCache;
import io.github.syscallmaven.info.git.GitMemory;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.mojo.BuildState;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The sources of build info in a Maven build. */
final class InfoSources {
    private InfoSources() {}

    static GitCache git(MavenSession session) {
        GitMemory memory = new GitMemory(
                BuildState.map(session, "git.answers"), BuildState.map(session, "git.worktrees"), hasModules(session));
        return new GitCache(environment(session), memory);
    }

    static InfoCollector collector(GitCache git, FileIo io) {
        RepositoryFiles files = new RepositoryFiles(io);
        return new InfoCollector(git, files, files::read, GitRemedy::wording);
    }

    private static boolean hasModules(MavenSession session) {
        List<MavenProject> projects = session.getProjects();
        return projects != null && projects.size() > 1;
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
