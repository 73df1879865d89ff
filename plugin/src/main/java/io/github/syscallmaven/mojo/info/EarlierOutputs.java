package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.PropertiesFormat;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.Output;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The files that earlier builds of this project wrote, so that the goal can remove those that it no longer writes:
 * otherwise a stale file would be packaged. A record in the build directory has a line for each file, with the
 * execution that wrote it and the SHA-256 of what it wrote; a file with other contents now belongs to somebody else.
 */
final class EarlierOutputs {
    private static final String NAME = "maven-status/syscall-maven-plugin/write-info.properties";

    private final FileIo io;
    private final File buildDirectory;
    private final File baseDirectory;
    private final String execution;
    /** Executions of the goal that the project has besides, each of which takes its own files back. */
    private final Set<String> others;

    private final Output record;
    private final SortedMap<String, String> entries;

    EarlierOutputs(FileIo io, MavenProject project, MojoExecution execution) throws IOException {
        this.io = io;
        this.buildDirectory = new File(project.getBuild().getDirectory());
        this.baseDirectory = project.getBasedir();
        this.execution = execution.getExecutionId();
        this.others = others(execution);
        this.record = Output.of(new File(buildDirectory, NAME), buildDirectory, baseDirectory);
        this.entries = InfoContent.read(io, record).map(EarlierOutputs::parse).orElseGet(TreeMap::new);
    }

    /** None when a user calls the goal, who wants what the call says. */
    private static Set<String> others(MojoExecution execution) {
        Plugin plugin = execution.getPlugin();
        if (plugin == null || execution.getSource() == MojoExecution.Source.CLI) {
            return Set.of();
        }
        return plugin.getExecutions().stream()
                .filter(other -> other.getGoals().contains(execution.getGoal()) && !"none".equals(other.getPhase()))
                .map(PluginExecution::getId)
                .filter(id -> !id.equals(execution.getExecutionId()))
                .collect(Collectors.toSet());
    }

    private static SortedMap<String, String> parse(byte[] record) {
        try {
            return PropertiesFormat.parse(record);
        } catch (IllegalArgumentException notOurs) {
            return new TreeMap<>();
        }
    }

    /**
     * What became of the files that are no longer written.
     *
     * @param changed those that stay, as somebody has changed them
     */
    record Outcome(List<BytePath> removed, List<BytePath> changed) {}

    /** Whether it was the goal that wrote this file last. */
    boolean has(Output output) {
        return entries.containsKey(name(output));
    }

    /** Takes back what is not among the files that are written now, and remembers those. */
    Outcome replaceBy(List<InfoContent> written) throws IOException {
        SortedMap<String, String> now = new TreeMap<>();
        for (InfoContent content : written) {
            now.put(name(content.file().output()), execution + " " + sha256(content.bytes()));
        }
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            String[] ownerAndDigest = entry.getValue().split(" ", 2);
            if (others.contains(ownerAndDigest[0])) {
                now.putIfAbsent(entry.getKey(), entry.getValue());
            } else if (!now.containsKey(entry.getKey())) {
                takeBack(output(entry.getKey()), ownerAndDigest[ownerAndDigest.length - 1], outcome);
            }
        }
        save(now);
        return outcome;
    }

    private void takeBack(Output output, String digest, Outcome outcome) throws IOException {
        Optional<byte[]> bytes = InfoContent.read(io, output);
        if (bytes.isPresent() && !sha256(bytes.get()).equals(digest)) {
            outcome.changed().add(output.path());
        } else if (bytes.isPresent()) {
            try (Root root = io.open(output.root())) {
                root.remove(output.name());
            }
            outcome.removed().add(output.path());
        }
    }

    private void save(SortedMap<String, String> now) throws IOException {
        if (now.equals(entries)) {
            return;
        }
        try (Root root = io.openOrCreate(record.root())) {
            if (now.isEmpty()) {
                root.remove(record.name());
            } else {
                root.write(record.name(), Content.of(PropertiesFormat.write(now)), WriteOptions.DEFAULT);
            }
        }
    }

    /** Relative to the project where it can be, so that a project may be moved. */
    private String name(Output output) {
        Path path = Path.of(output.path().toString());
        Path base = BaseDirectory.absolute(baseDirectory);
        return BaseDirectory.pathOf(path.startsWith(base) ? base.relativize(path) : path)
                .toString();
    }

    private Output output(String name) {
        Path base = BaseDirectory.absolute(baseDirectory);
        return Output.of(base.resolve(name).toFile(), buildDirectory, baseDirectory);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java platform has SHA-256", broken);
        }
    }
}
