package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.trust.FileProblem.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a build resolves, as Resolver's own recorder sees it: a second Maven runs the build with that recorder, and
 * records into a folder of ours. Resolver records whatever it hands out, whether it was downloaded for that or was in
 * the local repository.
 */
public final class Recording {
    /** Set in the forked build, in which the goals that are about trusted checksums do nothing. */
    public static final String PROPERTY = "syscall.recording";

    private static final BytePath LOG = BytePath.of("recording.log");
    private static final int LAST_LINES = 12;

    /** In bytes. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final String SYSTEM_SCOPE = "\"artifactRepository\" is null";
    private static final String UNPACKAGED = "Is a directory";

    private final FileIo io;
    private final BytePath folder;

    /** {@code folder} is made if need be; what earlier recordings left there is removed. */
    public Recording(FileIo io, BytePath folder) {
        this.io = io;
        this.folder = folder;
    }

    /** The options by which Maven records into the folder, and does not verify. They win over all of {@code .mvn}. */
    public List<String> options(List<TrustedAlgorithm> algorithms) {
        TrustPolicy policy = new TrustPolicy("", algorithms, false);
        List<String> options = new ArrayList<>();
        for (TrustSetting setting : TrustSetting.values()) {
            String value = switch (setting) {
                case FOLDER -> text(folder);
                case RECORD -> "true";
                default -> setting.required(policy);
            };
            options.add("-D" + setting.property() + "=" + value);
        }
        options.add("-Daether.trustedChecksumsSource.sparseDirectory=false");
        options.add("-Daether.artifactResolver.postProcessor.trustedChecksums.scope=all");
        options.add("-Daether.artifactResolver.postProcessor.trustedChecksums.snapshots=false");
        options.add("-D" + PROPERTY + "=true");
        return options;
    }

    /**
     * Runs the build and reads what it recorded.
     *
     * @param listener is given each line that the build prints
     * @return by algorithm: hashes by path
     * @throws RecordingException when the build fails or records nothing
     */
    public Map<TrustedAlgorithm, Map<String, String>> run(
            List<String> command,
            BytePath directory,
            Map<String, String> environment,
            List<TrustedAlgorithm> algorithms,
            Consumer<String> listener)
            throws IOException, RecordingException {
        try (Root root = io.openOrCreate(folder)) {
            for (TrustedAlgorithm algorithm : algorithms) {
                boolean unusedWasThere = root.remove(BytePath.of(algorithm.fileName()));
            }
        }
        MavenFork.Result result = new MavenFork(command, text(directory), environment).run(listener);
        try (Root root = io.openOrCreate(folder)) {
            byte[] log = result.log().text().getBytes(UTF_8);
            var unused = root.write(LOG, Content.of(log), WriteOptions.DEFAULT);
            requireSuccess(result);
            Map<TrustedAlgorithm, Map<String, String>> recorded = new EnumMap<>(TrustedAlgorithm.class);
            for (TrustedAlgorithm algorithm : algorithms) {
                recorded.put(algorithm, recorded(root, algorithm));
            }
            return recorded;
        }
    }

    /** As a program is given it, not as it is shown. */
    private static String text(BytePath path) {
        return new String(path.toBytes(), UTF_8);
    }

    private void requireSuccess(MavenFork.Result result) throws RecordingException {
        if (result.exitCode() != 0) {
            throw new RecordingException(
                    "The build that records failed with exit code " + result.exitCode(),
                    result.log().essence(LAST_LINES),
                    explanation(result.log()),
                    folder.resolve(LOG));
        }
    }

    private static String explanation(ForkLog log) {
        if (log.contains(SYSTEM_SCOPE)) {
            return "A dependency of scope system, perhaps one of a dependency, has no repository, and Maven cannot"
                    + " record or"
                    + " verify a build that has one. Put it into a repository.";
        }
        return log.contains(UNPACKAGED) && log.contains("checksums")
                ? "A module uses another module that has a release version and is not packaged yet. Maven can neither"
                        + " record nor verify that. Record goals that package it, such as 'verify'."
                : "";
    }

    private Map<String, String> recorded(Root root, TrustedAlgorithm algorithm) throws IOException, RecordingException {
        BytePath name = BytePath.of(algorithm.fileName());
        if (root.stat(name).isEmpty()) {
            throw new RecordingException(
                    "The build that records succeeded, but Maven recorded nothing by " + algorithm.id(),
                    List.of(),
                    "",
                    folder.resolve(LOG));
        }
        TrustedChecksumsFile file = TrustedChecksumsFile.parse(root.readAll(name, LARGEST), algorithm);
        for (FileProblem problem : file.problems()) {
            // A path of its own form is still what Maven looks for.
            if (problem.kind().isHarmful() && problem.kind() != Kind.UNKNOWN_PATH) {
                throw new IOException(
                        "Maven recorded what cannot be read again: '" + folder.resolve(name) + "' " + problem);
            }
        }
        Map<String, String> recorded = new LinkedHashMap<>();
        file.entries().forEach(entry -> recorded.put(entry.path(), entry.hash()));
        return recorded;
    }
}
