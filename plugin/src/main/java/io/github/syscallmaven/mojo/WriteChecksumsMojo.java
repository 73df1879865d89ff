package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.Algorithm;
import io.github.syscallmaven.checksum.Algorithms;
import io.github.syscallmaven.checksum.ChecksumCreation;
import io.github.syscallmaven.checksum.CreationReport;
import io.github.syscallmaven.checksum.CreationRequest;
import io.github.syscallmaven.checksum.CreationRequest.SidecarOutput;
import io.github.syscallmaven.checksum.SidecarStyle;
import io.github.syscallmaven.checksum.WriteGuard;
import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.SyscallFileIo;
import io.github.syscallmaven.syscall.Syscalls;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Writes checksums of the project's artifacts and of other files: into sums files, as {@code sha256sum} and others write and
 * read them, and into sidecars, a small file beside each file.
 *
 * <p>Every file is read once, whatever the number of algorithms, and never hashed while it changes. A sums file is sorted, has
 * each name once and never its own, is written whole or not at all, and is not touched when nothing changed.
 */
@Mojo(name = "write-checksums", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class WriteChecksumsMojo extends AbstractMojo {
    private static final String ONE_SIDECAR = "let one execution write the sidecars of a file: choose its files by"
            + " <artifacts>, <classifiers>, <types>, <fileSets> and <files>";

    private final MavenProjectHelper projectHelper;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution mojoExecution;

    /** Does nothing when {@code true}; no native code is loaded then. */
    @Parameter(property = "syscall.skip", defaultValue = "false")
    boolean skip;

    /**
     * What to do on a host that the plugin has no stub for, which is anything but Linux on x86_64, aarch64 and riscv64:
     * {@code fail} fails the build, {@code skip} warns and does nothing.
     */
    @Parameter(property = "syscall.unsupportedHost", defaultValue = "fail")
    String unsupportedHost;

    /**
     * A file to write every system call to that the goal makes, as {@code strace} would show it, though without what was read;
     * a table of the calls ends the log. The first goal of a build begins the file anew, later ones append to it; missing folders
     * are made, and neither symbolic links nor anything but a regular file is written to. A relative path is resolved against
     * each module. Default: no trace.
     */
    @Parameter(property = "syscall.traceFile")
    @Nullable
    File traceFile;

    /**
     * Whether the project's main artifact and its attached ones are hashed. Checksums and signatures among them are not, nor
     * are POMs.
     */
    @Parameter(property = "syscall.artifacts", defaultValue = "true")
    boolean artifacts;

    /** Of the artifacts, only those with these classifiers; {@code main} are those without one. Default: all. */
    @Parameter(property = "syscall.classifiers")
    List<String> classifiers = List.of();

    /** Of the artifacts, only those with these file extensions, such as {@code jar}. Default: all. */
    @Parameter(property = "syscall.types")
    List<String> types = List.of();

    /**
     * Files to hash, each {@code <fileSet>} with {@code <directory>}, {@code <includes>}, {@code <excludes>} (Ant patterns)
     * and {@code <useDefaultExcludes>} (default {@code true}). Symbolic links and other things that are not files are left
     * out, with a warning. A directory that does not exist has no files, with a warning. Default: none.
     */
    @Parameter
    List<FileSet> fileSets = List.of();

    /** Single files to hash. One that does not exist or is a symbolic link fails the build. Default: none. */
    @Parameter(property = "syscall.files")
    List<File> files = List.of();

    /**
     * The algorithms: any of the JDK's digests, {@code CRC32}, {@code CRC32C}, and those of security providers that are
     * dependencies of the plugin. Case and dashes do not matter. {@code MD5}, {@code SHA-1} and the CRCs are weak: they show
     * accidents, but nobody's intention.
     */
    @Parameter(property = "syscall.algorithms", defaultValue = "SHA-256")
    List<String> algorithms = List.of();

    /**
     * The sums file; <code>{algorithm}</code> in its name stands for the algorithm, as in {@code sha256}. Default:
     * <code>checksums.{algorithm}</code>, {@code checksums.txt} (with {@code sumsFormat} {@code bsd}), {@code checksums.csv} or
     * {@code checksums.json} in the build directory.
     */
    @Parameter(property = "syscall.sumsFile")
    @Nullable
    File sumsFile;

    /**
     * {@code gnu}: what {@code sha256sum} writes, a file for each algorithm. {@code bsd}: what {@code sha256sum --tag} writes,
     * all algorithms in one file; so are {@code csv} and {@code json}. {@code none}: no sums file.
     */
    @Parameter(property = "syscall.sumsFormat", defaultValue = "gnu")
    String sumsFormat;

    /**
     * The directory that the names in sums files are relative to; every input has to be below it. Default: the folder of the
     * sums file, with {@code sumsFormat} {@code none} the build directory.
     */
    @Parameter(property = "syscall.baseDirectory")
    @Nullable
    File baseDirectory;

    /**
     * Whether to write a sidecar beside each file for each algorithm, such as {@code app-1.0.jar.sha256}. Files in file sets that
     * are named like sidecars are not hashed then.
     */
    @Parameter(property = "syscall.sidecars", defaultValue = "false")
    boolean sidecars;

    /**
     * What is in a sidecar. {@code named}: digest, two blanks, name of the file, so that {@code sha256sum -c} can read it.
     * {@code bare}: the digest and nothing else, as Maven itself writes them.
     */
    @Parameter(property = "syscall.sidecarStyle", defaultValue = "named")
    String sidecarStyle;

    /**
     * Whether to attach what is written to the project, so that it is installed and deployed: the sidecars of artifacts under
     * their names ({@code app-1.0-sources.jar.sha256}), the sums files with {@code attachClassifier}.
     */
    @Parameter(property = "syscall.attach", defaultValue = "false")
    boolean attach;

    /** The classifier that sums files are attached with, as in {@code app-1.0-checksums.sha256}. */
    @Parameter(property = "syscall.attachClassifier", defaultValue = "checksums")
    String attachClassifier;

    /** How many threads read and hash. {@code 0}: as many as there are processors. */
    @Parameter(property = "syscall.threads", defaultValue = "0")
    int threads;

    /** Whether the first file that cannot be read ends the work at once; if not, all of them are told at the end. */
    @Parameter(property = "syscall.failFast", defaultValue = "true")
    boolean failFast;

    /**
     * Whether it fails the build that there is no file to hash; if not, an info line says so, and nothing is written. A project
     * of packaging {@code pom} without file sets and files never fails by it.
     */
    @Parameter(property = "syscall.failIfNoFiles", defaultValue = "true")
    boolean failIfNoFiles;

    /**
     * {@code none}: what is written survives the end of the process at any moment. {@code full}: a power failure too, by fsync
     * of file and directory.
     */
    @Parameter(property = "syscall.durability", defaultValue = "none")
    String durability;

    @Inject
    public WriteChecksumsMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new GoalRun(getLog(), HostFacts::current, skip, unsupportedHost, new Tracing(session, mojoExecution, traceFile))
                .run(this::write);
    }

    private void write(Syscalls syscalls) throws IOException, MojoFailureException {
        Algorithms available = new Algorithms(getClass().getClassLoader());
        List<Algorithm> chosen = AlgorithmNames.all(available, algorithms);
        SumsOutputs outputs = SumsOutputs.of(sumsFormat, sumsFile, project, chosen);
        requireSomethingToWrite(outputs);
        List<ProjectArtifact> selected = artifacts ? selected(available, outputs) : List.of();
        CreationReport report = new ChecksumCreation(
                        new SyscallFileIo(syscalls),
                        HashThreads.of(threads, failFast, ProgressDisplay.of(session, getLog())),
                        request(selected, outputs, chosen),
                        guard(outputs))
                .run();
        new CreationLog(getLog()).log(report);
        if (report.totals().files() == 0) {
            requireNoFiles();
        } else if (attach) {
            attach(selected, outputs, chosen);
        }
    }

    private WriteGuard guard(SumsOutputs outputs) throws AlreadyWrittenException {
        WrittenFiles written = WrittenFiles.of(session, project, mojoExecution, traceFile);
        return file -> {
            if (outputs.writes(file)) {
                written.claim("sumsFile", file);
            } else {
                written.claimOr(file, ONE_SIDECAR);
            }
        };
    }

    private void requireSomethingToWrite(SumsOutputs outputs) throws MojoFailureException {
        if (outputs.files().isEmpty() && !sidecars) {
            throw new MojoFailureException("<sumsFormat> (-Dsyscall.sumsFormat) is 'none' and <sidecars>"
                    + " (-Dsyscall.sidecars) is false, so that nothing would be written; set one of them.");
        }
        for (File file : files) {
            if (outputs.writes(file)) {
                throw new MojoFailureException("<files> (-Dsyscall.files) has '" + file
                        + "', which is the sums file itself; take it out, or name another <sumsFile>.");
            }
        }
    }

    /** Without the sums file, which an earlier execution may have attached. */
    private List<ProjectArtifact> selected(Algorithms available, SumsOutputs outputs) {
        return ProjectArtifact.of(project, available, classifiers, types).stream()
                .filter(artifact -> !outputs.writes(artifact.file()))
                .toList();
    }

    private CreationRequest request(List<ProjectArtifact> selected, SumsOutputs outputs, List<Algorithm> chosen)
            throws MojoFailureException {
        BaseDirectory base = new BaseDirectory(baseDirectory == null ? outputs.folder() : baseDirectory);
        return new CreationRequest(
                base.path(),
                new ChecksumInputs(base).of(selected, fileSets, files),
                chosen,
                outputs.sumsFiles(),
                traceFile == null ? List.of() : List.of(BaseDirectory.pathOf(traceFile)),
                sidecars
                        ? new SidecarOutput(
                                Setting.named("sidecarStyle").choice(sidecarStyle, SidecarStyle.class), null)
                        : null,
                Setting.named("durability").choice(durability, Durability.class));
    }

    private void requireNoFiles() throws MojoFailureException {
        boolean nothingAsked = project.getPackaging().equals("pom") && fileSets.isEmpty() && files.isEmpty();
        if (failIfNoFiles && !nothingAsked) {
            throw new MojoFailureException(
                    "There is no file to hash. Run the goal in the same build after 'package', name <fileSets> or"
                            + " <files> that exist, or set <failIfNoFiles> (-Dsyscall.failIfNoFiles) to false.");
        }
    }

    private void attach(List<ProjectArtifact> selected, SumsOutputs outputs, List<Algorithm> chosen)
            throws MojoFailureException {
        warnOfOtherNames(selected, outputs);
        for (File file : outputs.files()) {
            String type = file.getName().substring(file.getName().lastIndexOf('.') + 1);
            projectHelper.attachArtifact(project, type, attachClassifier, file);
        }
        if (sidecars) {
            for (ProjectArtifact artifact : selected) {
                for (Algorithm algorithm : chosen) {
                    artifact.attachSidecar(projectHelper, project, algorithm);
                }
            }
        }
    }

    /** Repositories rename files, but not what is written in them. */
    private void warnOfOtherNames(List<ProjectArtifact> selected, SumsOutputs outputs) throws MojoFailureException {
        boolean named = sidecars
                && Setting.named("sidecarStyle").choice(sidecarStyle, SidecarStyle.class) == SidecarStyle.NAMED;
        for (ProjectArtifact artifact : named || !outputs.files().isEmpty() ? selected : List.<ProjectArtifact>of()) {
            String installed = artifact.nameInRepository(project);
            if (!artifact.file().getName().equals(installed)) {
                getLog().warn("'" + artifact.file().getName() + "' will be '" + installed
                        + "' in repositories, but its attached checksums have its name of here; take out <finalName>,"
                        + " or attach nothing but sidecars of <sidecarStyle> 'bare' (<sumsFormat> 'none').");
            }
        }
    }
}
