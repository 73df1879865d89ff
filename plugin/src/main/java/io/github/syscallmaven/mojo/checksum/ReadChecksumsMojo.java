package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.verify.ChecksumVerification;
import io.github.syscallmaven.checksum.verify.NoBaseDirectoryException;
import io.github.syscallmaven.checksum.verify.VerificationRequest;
import io.github.syscallmaven.checksum.verify.VerificationRequest.SidecarSearch;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.EachModule;
import io.github.syscallmaven.mojo.ProjectFolders;
import io.github.syscallmaven.mojo.ReportFiles;
import io.github.syscallmaven.mojo.Setting;
import io.github.syscallmaven.mojo.ShownPaths;
import io.github.syscallmaven.mojo.WrittenFiles;
import io.github.syscallmaven.mojo.parameter.VerifyingMojo;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Verifies files against lists of checksums and sidecars in any common form: those of {@code sha256sum}, {@code cksum},
 * the BSDs, OpenSSL, gpg, Maven, checksum-maven-plugin and this plugin. Needs no project: {@code mvn
 * io.github.syscallmaven:syscall-maven-plugin:read-checksums -Dsyscall.sumsFile=SHA256SUMS}.
 *
 * <p>Reports everything that is wrong, not just the first. Fails unless every entry is well-formed and matches: on a
 * malformed line, a name with two different digests, an empty list, no file at all. Opens nothing outside the base
 * directory, and follows no symbolic link.
 */
@Mojo(name = "read-checksums", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ReadChecksumsMojo extends VerifyingMojo {
    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    /**
     * The list of checksums, or a sidecar. Default, if neither {@code sumsFiles} nor {@code sidecars} is given: {@code
     * checksums.sha256} in the project's build directory, with {@code algorithm} its extension. In a project of
     * packaging {@code pom} this default list may be missing.
     */
    @Parameter(property = "syscall.sumsFile")
    @Nullable
    File sumsFile;

    /** Further lists of checksums or sidecars. Default: none. */
    @Parameter(property = "syscall.sumsFiles")
    List<@Nullable File> sumsFiles = List.of();

    /**
     * Whether to look for sidecars below the base directory: files such as {@code x.jar.sha256}, {@code
     * x.jar.sha256sum}, {@code x.jar.sha256.txt} and, beside a file {@code x.jar}, {@code x.jar.sha} or {@code
     * x.jar.checksum}. A sidecar with checksums of several files is read as a list whose names are relative to its
     * directory. A file that looks like a sidecar but cannot be read fails the build.
     */
    @Parameter(property = "syscall.sidecars", defaultValue = "false")
    boolean sidecars;

    /**
     * The directory that the names are relative to. Default: the directory of each list; for {@code sidecars} the build
     * directory, or without a project the current directory.
     */
    @Parameter(property = "syscall.baseDirectory")
    @Nullable
    File baseDirectory;

    /**
     * The algorithm of digests whose line does not name one. Default: derived from the list's name, such as {@code
     * x.sha256} or {@code SHA256SUMS}, otherwise from the digest's length.
     */
    @Parameter(property = "syscall.algorithm")
    @Nullable
    String algorithm;

    /** Whether listed files may be missing, as with {@code sha256sum --ignore-missing}; at least one must exist. */
    @Parameter(property = "syscall.ignoreMissing", defaultValue = "false")
    boolean ignoreMissing;

    /** Whether malformed lines only cause warnings, as with {@code sha256sum -c} without {@code --strict}. */
    @Parameter(property = "syscall.lenient", defaultValue = "false")
    boolean lenient;

    /**
     * Whether a file covered only by weak digests fails the build instead of causing a warning. MD5, SHA-1, CRCs and
     * all digests shorter than 224 bits are weak.
     */
    @Parameter(property = "syscall.failOnWeakOnly", defaultValue = "false")
    boolean failOnWeakOnly;

    /**
     * Whether to report files below the base directory that are in no list. Lists, reports, and checksums and
     * signatures beside a listed file or a list, such as {@code SHA256SUMS.asc}, are not reported. A file with the
     * digest of a missing one is reported as moved.
     */
    @Parameter(property = "syscall.audit", defaultValue = "false")
    boolean audit;

    /** Whether files that are in no list fail the build instead of causing warnings. Only with {@code audit}. */
    @Parameter(property = "syscall.failOnExtra", defaultValue = "true")
    boolean failOnExtra;

    /**
     * Ant patterns for the files that {@code audit} and {@code sidecars} look at; for sidecars, the files that they
     * belong to. Default: all.
     */
    @Parameter(property = "syscall.fileIncludes")
    List<@Nullable String> fileIncludes = List.of();

    /**
     * Ant patterns for files that {@code audit} and {@code sidecars} ignore; they take precedence over {@code
     * fileIncludes}. For {@code sidecars}, a pattern may match the file or the sidecar itself.
     */
    @Parameter(property = "syscall.fileExcludes")
    List<@Nullable String> fileExcludes = List.of();

    @Inject
    public ReadChecksumsMojo(LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        EachModule modules = new EachModule(lifecycle, plugins, call());
        modules.run(this, modules.isGiven("sumsFile", "sumsFiles", "baseDirectory"), () -> verify(modules));
    }

    private void verify(EachModule modules) throws MojoExecutionException, MojoFailureException {
        Participants participants = Participants.of(call(), modules.modules());
        Matches matches = new Matches(session, mojoExecution);
        try {
            goalRun().run(() -> {
                VerificationSettings settings = VerificationSettings.of(this);
                return access -> verify(access.io(), settings, modules, matches);
            });
        } finally {
            // Also after findings: a misspelt pattern may be the reason for them.
            if (participants.arrive(project)) {
                matches.warn(getLog());
            }
        }
    }

    private void verify(FileIo io, VerificationSettings settings, EachModule modules, Matches matches)
            throws IOException, MojoFailureException {
        ProjectFolders folders = ProjectFolders.of(session, project);
        ShownPaths shown = ShownPaths.of(session);
        ReportFiles reports = settings.reports();
        if (isNothingAsked(folders, settings)
                && !folders.has(io, sidecars ? folders.build() : folders.defaultList(settings.untagged()))) {
            getLog().debug("There is nothing to verify.");
            modules.idle();
            return;
        }
        reports.claim(WrittenFiles.of(call()));
        VerificationCounts report;
        try {
            report = new ChecksumVerification(io, settings.hashing(), settings.available(), reports)
                    .run(requests(folders, settings, shown));
        } catch (NoBaseDirectoryException e) {
            reports.abort(io, e);
            throw noBaseDirectory(e, shown);
        } catch (IOException | MojoFailureException | RuntimeException | Error e) {
            reports.abort(io, e);
            throw e;
        }
        settings.note(matches);
        reports.logRest();
        reports.write(io);
        new VerificationOutcome(report, shown).tell(getLog(), io, likelyFolders(folders, settings));
    }

    /** Where files may be whose names are relative to another directory than ours. */
    private List<BytePath> likelyFolders(ProjectFolders folders, VerificationSettings settings) {
        Set<BytePath> likely = new LinkedHashSet<>(
                List.of(BaseDirectory.pathOf(folders.build()), BaseDirectory.pathOf(folders.base())));
        File root = new File(session.getExecutionRootDirectory());
        for (Path above = BaseDirectory.absolute(folders.base());
                above != null && above.startsWith(BaseDirectory.absolute(root));
                above = above.getParent()) {
            likely.add(BaseDirectory.pathOf(above));
        }
        for (File list : settings.lists()) {
            likely.add(BaseDirectory.pathOf(list).parent());
        }
        if (folders.isProject()) {
            session.getProjects()
                    .forEach(module -> likely.add(
                            BaseDirectory.pathOf(new File(module.getBuild().getDirectory()))));
        }
        return List.copyOf(likely);
    }

    private MojoFailureException noBaseDirectory(NoBaseDirectoryException missing, ShownPaths shown) {
        String directory = shown.of(missing.directory()).toString();
        return baseDirectory == null
                ? new MojoFailureException("There is no directory '" + directory
                        + "', so there is nothing to verify in it. Run the goal after what makes it, such as"
                        + " 'package', or set <baseDirectory> (-Dsyscall.baseDirectory).")
                : Setting.named("baseDirectory").wrong(directory, ": there is no such directory");
    }

    /** The parent of modules inherits the goal, but has no artifacts that a list could be of. */
    private boolean isNothingAsked(ProjectFolders folders, VerificationSettings settings) {
        return folders.isProject()
                && project.getPackaging().equals("pom")
                && settings.lists().isEmpty()
                && settings.base() == null;
    }

    private List<VerificationGroup> groups(ProjectFolders folders, VerificationSettings settings)
            throws MojoFailureException {
        List<File> lists = settings.lists().isEmpty() && !sidecars
                ? List.of(folders.defaultList(settings.untagged()))
                : settings.lists();
        List<VerificationGroup> groups = VerificationGroup.of(lists, sidecars, settings.base(), folders.build());
        if (audit && groups.size() > 1) {
            throw new MojoFailureException("<audit> (-Dsyscall.audit) needs one directory to look for files in; set"
                    + " <baseDirectory> (-Dsyscall.baseDirectory).");
        }
        return groups;
    }

    private List<BytePath> ourFiles(ReportFiles reports) {
        List<BytePath> ours = new ArrayList<>(reports.paths());
        if (traceFile != null) {
            ours.add(BaseDirectory.pathOf(traceFile));
        }
        return ours;
    }

    private List<VerificationRequest> requests(ProjectFolders folders, VerificationSettings settings, ShownPaths shown)
            throws MojoFailureException {
        PathFilter filter = settings.patterns().filter();
        SidecarSearch search = new SidecarSearch(filter, settings.exclusions().filter());
        List<VerificationRequest> requests = new ArrayList<>();
        for (VerificationGroup group : groups(folders, settings)) {
            requests.add(new VerificationRequest(
                    group.base(),
                    shown.root(),
                    group.lists(),
                    group.sidecars() ? search : null,
                    settings.untagged(),
                    settings.leniency(),
                    audit ? filter : null,
                    ourFiles(settings.reports())));
        }
        return requests;
    }
}
