package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.create.ChecksumCreation;
import io.github.syscallmaven.checksum.create.CreationReport;
import io.github.syscallmaven.checksum.create.CreationRequest;
import io.github.syscallmaven.checksum.create.SameNameException;
import io.github.syscallmaven.checksum.create.WriteGuard;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.mojo.AlreadyWrittenException;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.EachModule;
import io.github.syscallmaven.mojo.ProjectFolders;
import io.github.syscallmaven.mojo.Setting;
import io.github.syscallmaven.mojo.ShownPaths;
import io.github.syscallmaven.mojo.WrittenFiles;
import io.github.syscallmaven.mojo.parameter.HashingMojo;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Writes checksums of the project's artifacts and of other files: into lists that {@code sha256sum} and others can
 * read, and into sidecars, small files beside the files.
 *
 * <p>Reads each file once, whatever the number of algorithms, and fails if it changes while it is read. A list is
 * sorted and names each file once, but never itself. It is written whole or not at all, and not touched if nothing has
 * changed. The goal needs no project: {@code mvn io.github.syscallmaven:syscall-maven-plugin:write-checksums
 * -Dsyscall.directory=downloads} writes {@code checksums.sha256} into the current directory. In a reactor, called on
 * the command line, it runs in every module, unless {@code directory} or {@code files} are given there.
 */
@Mojo(name = "write-checksums", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class WriteChecksumsMojo extends HashingMojo {
    private static final String ONE_SIDECAR = "let one execution write the sidecars of a file: choose its files by"
            + " <artifacts>, <classifiers>, <types>, <fileSets> and <files>";

    private final MavenProjectHelper projectHelper;
    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    /**
     * Whether to hash the project's main artifact and its attached artifacts. Attached checksums and signatures, and
     * POMs, are not hashed.
     */
    @Parameter(property = "syscall.artifacts", defaultValue = "true")
    boolean artifacts;

    /**
     * Whether the POM is hashed, too, as it is deployed: with Maven 4, both the one that it makes for consumers and the
     * one that it builds from. Best with {@code names} {@code repository} and, if {@code sidecars} are written, a
     * {@code sidecarDirectory}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.poms", defaultValue = "false")
    boolean poms;

    /**
     * Whether to write one list for all modules of the reactor. Called on the command line, the root writes it: {@code
     * mvn verify syscall:write-checksums -Dsyscall.aggregate}. Bound to a phase, the last module of the build that has
     * the execution writes it, when all others are ready, and attaches it if {@code attach} is set. It lists only
     * artifacts that this build has created. A module without one fails the build, unless {@code failIfNoFiles} is
     * {@code false}. {@code fileSets} and {@code files} are those of the module that writes. The defaults of {@code
     * sumsFile} and {@code baseDirectory} are the root's build directory and the root's own.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.aggregate", defaultValue = "false")
    boolean aggregate;

    /**
     * How lists and sidecars name artifacts. {@code file}: by their path relative to {@code baseDirectory}. {@code
     * repository}: by the name that they have in a repository, {@code artifactId-version[-classifier].extension}.
     * Default: {@code repository} with {@code attach}, otherwise {@code file}. Deploying a snapshot adds a timestamp to
     * its name, which is not known in advance. So a build that deploys fails if it attaches names of snapshots.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.names")
    @Nullable
    String names;

    /** Hashes only artifacts with these classifiers; {@code main} stands for those without one. Default: all. */
    @Parameter(property = "syscall.classifiers")
    List<@Nullable String> classifiers = List.of();

    /** Hashes only artifacts with these file extensions, such as {@code jar}. Default: all. */
    @Parameter(property = "syscall.types")
    List<@Nullable String> types = List.of();

    /**
     * Files to hash, each {@code <fileSet>} with {@code <directory>}, {@code <includes>}, {@code <excludes>} (Ant
     * patterns) and {@code <useDefaultExcludes>} (default {@code true}). Symbolic links and other things that are not
     * files are left out, with a warning. A directory that does not exist has no files, with a warning. Default: none.
     */
    @Parameter
    List<@Nullable FileSet> fileSets = List.of();

    /**
     * A directory whose files are hashed: a short form of {@code <fileSet>} for the command line, which works without a
     * POM. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.directory")
    @Nullable
    File directory;

    /**
     * Ant patterns for the files below {@code directory}. Default: all.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.fileIncludes")
    List<@Nullable String> fileIncludes = List.of();

    /**
     * Ant patterns for files below {@code directory} that are not hashed; they take precedence over {@code
     * fileIncludes}. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.fileExcludes")
    List<@Nullable String> fileExcludes = List.of();

    /** Single files to hash. A file that does not exist or is a symbolic link fails the build. Default: none. */
    @Parameter(property = "syscall.files")
    List<@Nullable File> files = List.of();

    /**
     * The algorithms: any of the JDK's digests, {@code CRC32}, {@code CRC32C}, and those of security providers that are
     * dependencies of the plugin. Case and dashes do not matter. {@code MD5}, {@code SHA-1} and the CRCs are weak: they
     * detect accidental corruption, not tampering.
     */
    @Parameter(property = "syscall.algorithms", defaultValue = "SHA-256")
    List<@Nullable String> algorithms = List.of();

    /**
     * The list of checksums to write; <code>{algorithm}</code> in its name stands for the algorithm, as in {@code
     * sha256}. Default: <code>checksums.{algorithm}</code>, {@code checksums.txt} (with {@code sumsFormat} {@code
     * bsd}), {@code checksums.csv} or {@code checksums.json} in the build directory.
     */
    @Parameter(property = "syscall.sumsFile")
    @Nullable
    File sumsFile;

    /**
     * {@code gnu}: what {@code sha256sum} writes, a file for each algorithm. {@code bsd}: what {@code sha256sum --tag}
     * writes. {@code bsd}, {@code csv} and {@code json} have all algorithms in one file. {@code none}: no list.
     */
    @Parameter(property = "syscall.sumsFormat", defaultValue = "gnu")
    String sumsFormat;

    /**
     * The directory that the names in lists are relative to; every input must be below it. Default: the folder of the
     * list; with {@code sumsFormat} {@code none} the build directory.
     */
    @Parameter(property = "syscall.baseDirectory")
    @Nullable
    File baseDirectory;

    /**
     * Whether to write a sidecar beside each file for each algorithm, such as {@code app-1.0.jar.sha256}. Files in file
     * sets whose names are those of sidecars are then not hashed.
     */
    @Parameter(property = "syscall.sidecars", defaultValue = "false")
    boolean sidecars;

    /**
     * What is in a sidecar. {@code named}: digest, two blanks, name of the file, so that {@code sha256sum -c} can read
     * it. {@code bare}: the digest and nothing else, as Maven itself writes them.
     */
    @Parameter(property = "syscall.sidecarStyle", defaultValue = "named")
    String sidecarStyle;

    /**
     * The directory to write sidecars into, so that source directories stay clean. It gets the subdirectories that
     * names in lists have. Default: beside each file.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.sidecarDirectory")
    @Nullable
    File sidecarDirectory;

    /**
     * Whether to attach what is written to the project, so that it is installed and deployed: the sidecars of artifacts
     * under their names ({@code app-1.0-sources.jar.sha256}), the lists with {@code attachClassifier}.
     */
    @Parameter(property = "syscall.attach", defaultValue = "false")
    boolean attach;

    /** The classifier that lists are attached with, as in {@code app-1.0-checksums.sha256}. */
    @Parameter(property = "syscall.attachClassifier", defaultValue = "checksums")
    String attachClassifier;

    /** Whether to stop at the first unreadable file. If {@code false}, all unreadable files are reported at the end. */
    @Parameter(property = "syscall.failFast", defaultValue = "true")
    boolean failFast;

    /**
     * Whether the build fails when there are no files to hash; if {@code false}, nothing is written. A project
     * of packaging {@code pom} without file sets and files never fails because of it.
     */
    @Parameter(property = "syscall.failIfNoFiles", defaultValue = "true")
    boolean failIfNoFiles;

    /**
     * {@code none}: files are whole even if the process is killed at any moment. {@code full}: also if the power fails;
     * calls fsync on file and directory.
     */
    @Parameter(property = "syscall.durability", defaultValue = "none")
    String durability;

    @Inject
    public WriteChecksumsMojo(
            MavenProjectHelper projectHelper, LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.projectHelper = projectHelper;
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        EachModule modules = new EachModule(lifecycle, plugins, call());
        modules.run(this, aggregate || modules.isGiven("files", "directory"), () -> execute(modules));
    }

    private void execute(EachModule modules) throws MojoExecutionException, MojoFailureException {
        Participants participants = Participants.of(call(), modules.modules());
        if ((skip() || !aggregate) && !participants.refuse(project)) {
            throw noWriter(project);
        }
        Matches matches = new Matches(session, mojoExecution);
        goalRun().run(() -> {
            CreationSettings settings = settings();
            return access -> write(access.io(), settings, modules, participants, matches);
        });
        if (participants.arrive(project)) {
            matches.warn(getLog());
        }
    }

    private CreationSettings settings() throws MojoFailureException {
        CreationSettings settings = CreationSettings.of(this, folders());
        if (settings.outputs().files().isEmpty() && settings.sidecars() == null) {
            throw new MojoFailureException("<sumsFormat> (-Dsyscall.sumsFormat) is 'none' and <sidecars>"
                    + " (-Dsyscall.sidecars) is false, so that nothing would be written; set one of them.");
        }
        if (aggregate && attach && sidecars) {
            throw new MojoFailureException(
                    "<aggregate> (-Dsyscall.aggregate) cannot attach <sidecars> of other modules, which may be"
                            + " deployed by then; let each module attach its own by an execution without it.");
        }
        for (File file : settings.files()) {
            if (settings.outputs().writes(file)) {
                throw Setting.named("files")
                        .wrong(file, ", which is the list itself; take it out, or name another <sumsFile>");
            }
            Setting.named("files").requireOther(file, "traceFile", traceFile);
        }
        return settings;
    }

    /** Where the defaults are: the root's, for a list of all modules. */
    private ProjectFolders folders() {
        return ProjectFolders.of(session, aggregate ? session.getTopLevelProject() : project);
    }

    private void write(
            FileIo io, CreationSettings settings, EachModule modules, Participants participants, Matches matches)
            throws IOException, MojoExecutionException, MojoFailureException {
        Aggregation aggregation = new Aggregation(session, project, participants);
        if (aggregate && !aggregation.writer().equals(project)) {
            if (!participants.expect(aggregation.writer())) {
                throw noWriter(aggregation.writer());
            }
            getLog().debug("The list is written by '" + aggregation.writer().getArtifactId() + "'.");
            return;
        }
        List<ProjectArtifact> selected =
                selected(aggregate ? aggregation.modules() : List.of(project), settings, matches);
        requireKnownNames(selected, settings);
        List<Attachment> attachments = attach ? attachments(selected, settings) : List.of();
        Attachment.requireDistinct(attachments);
        CreationReport report = create(io, request(selected, settings), settings);
        settings.trees().forEach(tree -> tree.patterns().note(matches));
        if (report.totals().files() == 0) {
            requireNoFiles(settings, modules, matches);
        } else {
            attachments.forEach(attachment -> attachment.attach(projectHelper));
        }
    }

    private static MojoFailureException noWriter(MavenProject module) {
        return new MojoFailureException("No module would write the list of all modules: '" + module.getArtifactId()
                + "' is the last module with this execution, but <skip> (-Dsyscall.skip) is true"
                + " or <aggregate> (-Dsyscall.aggregate) is false there. Set it in all modules or in none, or call"
                + " the goal after the build: mvn verify syscall:write-checksums -Dsyscall.aggregate.");
    }

    private CreationReport create(FileIo io, CreationRequest request, CreationSettings settings)
            throws IOException, MojoFailureException {
        try {
            CreationReport report = new ChecksumCreation(io, settings.hashing(), request, guard(io, settings)).run();
            new CreationLog(getLog(), ShownPaths.of(session)).log(report);
            return report;
        } catch (SameNameException e) {
            throw new MojoFailureException(
                    e.getMessage() + "; list one of them, or set <names> (-Dsyscall.names) to 'file'.", e);
        } catch (NoSuchFileException e) {
            for (File file : settings.files()) {
                if (BaseDirectory.pathOf(file).toString().equals(e.getFile())) {
                    throw (MojoFailureException) Setting.named("files")
                            .wrong(file, ", but there is no such file; correct the name, or make the file before")
                            .initCause(e);
                }
            }
            throw e;
        }
    }

    private WriteGuard guard(FileIo io, CreationSettings settings) throws AlreadyWrittenException {
        ListReplacement lists = new ListReplacement(io, settings.available(), settings.trees(), ShownPaths.of(session));
        WrittenFiles written = WrittenFiles.of(call());
        return file -> {
            if (settings.outputs().writes(file)) {
                lists.requireList(file);
                written.claim("sumsFile", file);
            } else {
                written.claimOr(file, ONE_SIDECAR);
            }
        };
    }

    /** Without the list, which an earlier run of this execution may have attached. */
    private List<ProjectArtifact> selected(List<MavenProject> from, CreationSettings settings, Matches matches)
            throws MojoFailureException {
        List<ProjectArtifact> selected = new ArrayList<>();
        for (MavenProject module : from) {
            if (aggregate && failIfNoFiles && settings.selection().isUnpackaged(module)) {
                throw new MojoFailureException("This build has made no artifact of '" + module.getArtifactId()
                        + "', so the list of all modules would lack it. Run the goal in the same build after"
                        + " 'package', or set <failIfNoFiles> (-Dsyscall.failIfNoFiles) to false.");
            }
            selected.addAll(settings.selection().of(module, matches));
        }
        if (aggregate && from.size() < session.getAllProjects().size()) {
            getLog().warn("The list has " + from.size() + " of the "
                    + session.getAllProjects().size() + " modules: those that are in this build.");
        }
        List<ProjectArtifact> hashed = new ArrayList<>();
        for (ProjectArtifact artifact : selected) {
            if (!settings.outputs().writes(artifact.file())) {
                hashed.add(artifact);
            } else if (!attach || !artifact.classifier().equals(settings.attachClassifier())) {
                throw Setting.named("sumsFile")
                        .wrong(artifact.file(), ", which is an artifact of the project; name another file");
            }
        }
        return hashed;
    }

    private CreationRequest request(List<ProjectArtifact> selected, CreationSettings settings)
            throws MojoFailureException {
        BaseDirectory base = new BaseDirectory(base(settings));
        return new CreationRequest(
                base.path(),
                new ChecksumInputs(base, settings.names()).of(selected, settings.trees(), settings.files()),
                settings.algorithms(),
                settings.outputs().lists(),
                traceFile == null ? List.of() : List.of(BaseDirectory.pathOf(traceFile)),
                settings.sidecars(),
                settings.durability());
    }

    private File base(CreationSettings settings) {
        if (settings.base() != null) {
            return settings.base();
        }
        boolean onlyRepositoryNames = settings.names() == Names.REPOSITORY
                && settings.trees().isEmpty()
                && settings.files().isEmpty();
        return aggregate || onlyRepositoryNames
                ? folders().base()
                : settings.outputs().folder();
    }

    private void requireNoFiles(CreationSettings settings, EachModule modules, Matches matches)
            throws MojoFailureException {
        boolean nothingAsked = project.getPackaging().equals("pom")
                && settings.trees().isEmpty()
                && settings.files().isEmpty();
        if (nothingAsked) {
            modules.idle();
        } else if (failIfNoFiles) {
            matches.warn(getLog());
            throw new MojoFailureException(
                    "There is no file to hash. Run the goal in the same build after 'package', name"
                            + " <fileSets>, <directory> or <files> that exist, or set <failIfNoFiles>"
                            + " (-Dsyscall.failIfNoFiles) to false.");
        }
        getLog().debug("No file to hash, so nothing is written.");
    }

    private List<Attachment> attachments(List<ProjectArtifact> selected, CreationSettings settings) {
        List<Attachment> attachments = new ArrayList<>();
        for (File file : settings.outputs().files()) {
            String type = file.getName().substring(file.getName().lastIndexOf('.') + 1);
            attachments.add(new Attachment(project, type, settings.attachClassifier(), file));
        }
        if (settings.sidecars() != null) {
            for (ProjectArtifact artifact : selected) {
                for (Algorithm algorithm : settings.algorithms()) {
                    String extension = '.' + algorithm.extension();
                    attachments.add(new Attachment(
                            project,
                            artifact.extension() + extension,
                            artifact.attachedClassifier(),
                            new File(sidecarOf(artifact, settings) + extension)));
                }
            }
        }
        return attachments;
    }

    /** Without its extension. */
    private String sidecarOf(ProjectArtifact artifact, CreationSettings settings) {
        if (sidecarDirectory == null) {
            return artifact.file().getPath();
        }
        String name = settings.names() == Names.REPOSITORY
                ? artifact.nameInRepository()
                : BaseDirectory.absolute(base(settings))
                        .relativize(BaseDirectory.absolute(artifact.file()))
                        .toString();
        return new File(sidecarDirectory, name).getPath();
    }

    /** Repositories rename files, but not what is written in them. */
    private void requireKnownNames(List<ProjectArtifact> selected, CreationSettings settings)
            throws MojoFailureException {
        if (!attach || !settings.hasNames()) {
            return;
        }
        for (ProjectArtifact artifact : selected) {
            if (settings.names() == Names.FILE && !artifact.file().getName().equals(artifact.nameInRepository())) {
                getLog().warn("'" + Printable.of(artifact.file().getName()) + "' will be '"
                        + Printable.of(artifact.nameInRepository())
                        + "' in repositories, but its attached checksums call it as it is called here; set <names>"
                        + " (-Dsyscall.names) to 'repository'.");
            }
            if (ArtifactUtils.isSnapshot(artifact.project().getVersion()) && Deployment.isAsked(session)) {
                throw new MojoFailureException(
                        "<attach> (-Dsyscall.attach): deploying puts a time stamp into the name of '"
                                + Printable.of(artifact.nameInRepository())
                                + "' that is not known yet, so attached checksums would name a file that is not there."
                                + " Set <attach> to false for snapshots, or attach only what has no names in it:"
                                + " <sidecars> with <sidecarStyle> 'bare' and <sumsFormat> 'none'.");
            }
        }
    }
}
