package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.verify.ChecksumVerification;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.GoalRun;
import io.github.syscallmaven.mojo.ProgressDisplay;
import io.github.syscallmaven.mojo.ReportFiles;
import io.github.syscallmaven.mojo.WrittenFiles;
import io.github.syscallmaven.mojo.parameter.VerifyingMojo;
import io.github.syscallmaven.trust.Enforcement;
import io.github.syscallmaven.trust.EnforcingMaven;
import io.github.syscallmaven.trust.Recording;
import io.github.syscallmaven.trust.SessionSettings;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.internal.PluginDependenciesResolver;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Proves that Maven enforces trusted checksums in this project, as {@code write-trusted-checksums} sets them up. Checks
 * that this Maven does it; that every setting is right, and where it comes from; that the file is found, well-formed
 * and complete; that the session's own Resolver refuses a replaced artifact and accepts the right one; and that the
 * files in the local repository match. Also reports what Maven cannot build, and what it does not verify, while it
 * enforces them.
 *
 * <p>Called as {@code mvn syscall:verify-trusted-checksums}, once for the whole reactor. It runs no other goal,
 * downloads nothing and changes nothing. Reports everything that is wrong, not just the first.
 */
@Mojo(name = "verify-trusted-checksums", aggregator = true, threadSafe = true)
public final class VerifyTrustedChecksumsMojo extends VerifyingMojo {
    private final RepositorySystem system;
    private final ProjectBuilder builder;
    private final ProjectDependenciesResolver dependencies;
    private final MavenPluginManager plugins;
    private final PluginDependenciesResolver pluginDependencies;

    @Inject
    public VerifyTrustedChecksumsMojo(
            RepositorySystem system,
            ProjectBuilder builder,
            ProjectDependenciesResolver dependencies,
            MavenPluginManager plugins,
            PluginDependenciesResolver pluginDependencies) {
        this.system = system;
        this.builder = builder;
        this.dependencies = dependencies;
        this.plugins = plugins;
        this.pluginDependencies = pluginDependencies;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (Boolean.parseBoolean(session.getUserProperties().getProperty(Recording.PROPERTY))) {
            getLog().info("Skipped: this build is being recorded, so nothing is verified.");
            return;
        }
        goalRun().run(this::parameters);
    }

    private GoalRun.Work parameters() throws MojoFailureException {
        ProgressDisplay progress = ProgressDisplay.of(session, getLog());
        HashingOptions hashing = hashing(false, progress);
        Algorithms available = available();
        ReportFiles reports = reports(progress);
        return access -> {
            requireEnforcingMaven();
            reports.claim(WrittenFiles.of(call()));
            verify(access.io(), hashing, available, reports);
        };
    }

    private String mavenVersion() {
        return session.getSystemProperties().getProperty("maven.version", "of an unknown version");
    }

    private void requireEnforcingMaven() throws MojoFailureException {
        String version = mavenVersion();
        if (!EnforcingMaven.enforces(version)) {
            throw new MojoFailureException("Maven " + Printable.of(version) + " does not enforce trusted checksums: it"
                    + " silently ignores the file. Use Maven " + EnforcingMaven.FIRST
                    + " or later.");
        }
    }

    private void verify(FileIo io, HashingOptions hashing, Algorithms available, ReportFiles reports)
            throws IOException, MojoFailureException {
        TrustReport report = new TrustReport(reports);
        try (Root root = io.open(BaseDirectory.pathOf(SessionReader.root(session)))) {
            SessionSettings settings = SessionReader.read(session, root);
            TrustVerification verification = new TrustVerification(session, project, new Enforcement(settings), report);
            verification.settings();
            verification.files(io, sink -> new ChecksumVerification(io, hashing, available, sink));
            verification.proof(new LiveProof(system, session.getRepositorySession()));
            verification.project(
                    io,
                    new Rehearsal(builder, dependencies, plugins, pluginDependencies),
                    mojoExecution.getPlugin(),
                    new Traps(session, mavenVersion()));
        } catch (IOException | RuntimeException | Error e) {
            reports.abort(io, e);
            throw e;
        }
        reports.logRest();
        reports.write(io);
        report.tell(getLog(), mavenVersion());
    }
}
