package io.github.syscallmaven.mojo.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.mojo.WrittenFiles;
import io.github.syscallmaven.trust.FileProblem;
import io.github.syscallmaven.trust.FileProblem.Kind;
import io.github.syscallmaven.trust.MavenConfig;
import io.github.syscallmaven.trust.TrustPolicy;
import io.github.syscallmaven.trust.TrustSwitch;
import io.github.syscallmaven.trust.TrustedAlgorithm;
import io.github.syscallmaven.trust.TrustedChecksumsFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** The files of a project by which Maven verifies: those with the checksums, and those that switch that on. */
final class TrustFiles {
    private static final BytePath CONFIG = BytePath.of(MavenConfig.PATH);
    private static final String ATTRIBUTE = "* -text";

    /** In bytes; of the files that people write by hand. */
    private static final int LARGEST = 1024 * 1024;

    private final FileIo io;
    private final BytePath root;
    private final TrustPolicy policy;
    private final boolean configure;

    /** One file as it should be. */
    static final class Wanted {
        private final BytePath name;
        private final byte[] bytes;
        private final List<String> added;
        private final WriteOptions options;

        private Wanted(BytePath name, byte[] bytes, List<String> added, WriteOptions options) {
            this.name = name;
            this.bytes = bytes;
            this.added = added;
            this.options = options;
        }

        /** Of a file that is not there. */
        private static Wanted made(BytePath name, byte[] bytes, List<String> added) {
            return new Wanted(name, bytes, added, WriteOptions.DEFAULT.withoutReplacing());
        }

        private Wanted replacing() {
            return new Wanted(name, bytes, added, WriteOptions.DEFAULT);
        }

        BytePath name() {
            return name;
        }

        /** The lines that it does not have yet, where it is ours only in part. */
        List<String> added() {
            return added;
        }
    }

    /** {@code configure} is whether what switches verification on belongs to them. */
    TrustFiles(FileIo io, BytePath root, TrustPolicy policy, boolean configure) {
        this.io = io;
        this.root = root;
        this.policy = policy;
        this.configure = configure;
    }

    BytePath nameOf(TrustedAlgorithm algorithm) {
        return folder().resolve(BytePath.of(algorithm.fileName()));
    }

    private BytePath folder() {
        return BytePath.of(policy.folder());
    }

    /** What the files hold now; fails for what only a person can mend. */
    Map<TrustedAlgorithm, TrustedChecksumsFile> read() throws IOException, MojoFailureException {
        Map<TrustedAlgorithm, TrustedChecksumsFile> files = new EnumMap<>(TrustedAlgorithm.class);
        try (Root project = io.open(root)) {
            for (TrustedAlgorithm algorithm : policy.algorithms()) {
                TrustedChecksumsFile file = TrustedChecksumsFile.read(project, nameOf(algorithm), algorithm);
                requireNoConflict(nameOf(algorithm), file);
                files.put(algorithm, file);
            }
            if (configure) {
                requireNoObstacle(config(project));
            }
        }
        return files;
    }

    private static void requireNoConflict(BytePath name, TrustedChecksumsFile file) throws MojoFailureException {
        for (FileProblem problem : file.problems()) {
            if (problem.kind() == Kind.CONFLICT_MARKER) {
                throw new MojoFailureException("'" + name + "' " + problem
                        + ". Take either side of the conflict, without" + " the markers, and call the goal again.");
            }
        }
    }

    private static MavenConfig config(Root project) throws IOException {
        return MavenConfig.parse(bytes(project, CONFIG));
    }

    private void requireNoObstacle(MavenConfig config) throws MojoFailureException {
        List<String> obstacles = TrustSwitch.of(config, policy).obstacles();
        if (!obstacles.isEmpty()) {
            throw new MojoFailureException("'" + CONFIG + "' does not let Maven verify: "
                    + obstacles.stream().collect(Collectors.joining("; "))
                    + ". Correct the file, or leave it alone by -Dsyscall.configure=false.");
        }
    }

    private static byte[] bytes(Root project, BytePath name) throws IOException {
        return project.stat(name).isEmpty() ? new byte[0] : project.readAll(name, LARGEST);
    }

    /** Those that are not yet as they should be, the switch last: until then Maven takes no notice of the others. */
    List<Wanted> pending(Map<TrustedAlgorithm, TrustedChecksumsFile> updated) throws IOException, MojoFailureException {
        List<Wanted> wanted = new ArrayList<>();
        try (Root project = io.open(root)) {
            for (Map.Entry<TrustedAlgorithm, TrustedChecksumsFile> file : updated.entrySet()) {
                wanted.add(Wanted.made(nameOf(file.getKey()), file.getValue().bytes(), List.of()));
            }
            if (configure) {
                wanted.add(attributes(project));
                MavenConfig config = config(project);
                requireNoObstacle(config);
                List<String> lacking = TrustSwitch.of(config, policy).missing();
                wanted.add(Wanted.made(CONFIG, config.with(lacking).bytes(), lacking));
            }
            List<Wanted> pending = new ArrayList<>();
            for (Wanted file : wanted) {
                if (project.stat(file.name).isEmpty()) {
                    pending.add(file);
                } else if (!holds(project, file)) {
                    pending.add(file.replacing());
                }
            }
            return pending;
        }
    }

    private static boolean holds(Root project, Wanted file) throws IOException {
        long size = project.stat(file.name).orElseThrow().size();
        return size == file.bytes.length && Arrays.equals(project.readAll(file.name, file.bytes.length), file.bytes);
    }

    /** Git converts line ends unless an attribute says that it must not; one that people wrote stays. */
    private Wanted attributes(Root project) throws IOException {
        BytePath name = folder().resolve(BytePath.of(".gitattributes"));
        String text = new String(bytes(project, name), UTF_8);
        boolean isThere =
                text.lines().anyMatch(line -> !line.startsWith("#") && line.matches(".*\\s(-text|binary)\\b.*"));
        if (isThere) {
            return Wanted.made(name, text.getBytes(UTF_8), List.of());
        }
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return Wanted.made(name, (ended + ATTRIBUTE + "\n").getBytes(UTF_8), List.of(ATTRIBUTE));
    }

    /** Whole or not at all, and never in place of a file that was made meanwhile. */
    WriteResult write(Wanted file, WrittenFiles written) throws IOException, MojoFailureException {
        written.claimOr(root.resolve(file.name), "run one of them only");
        try (Root project = io.open(root)) {
            return project.write(file.name, Content.of(file.bytes), file.options);
        } catch (FileAlreadyExistsException e) {
            throw new MojoFailureException(
                    "'" + file.name + "' was created by another program while the goal ran, and was not overwritten."
                            + " Call the goal again.",
                    e);
        }
    }
}
