package io.github.syscallmaven.mojo;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The project's build and base directory; without a project, the directory that Maven was called in stands for both.
 */
public record ProjectFolders(boolean isProject, File build, File base) {
    public static ProjectFolders of(MavenSession session, MavenProject project) {
        if (session.getRequest().isProjectPresent()) {
            return new ProjectFolders(true, new File(project.getBuild().getDirectory()), project.getBasedir());
        }
        File current = new File(session.getExecutionRootDirectory());
        return new ProjectFolders(false, current, current);
    }

    /** What write-checksums writes by default. */
    public File defaultList(@Nullable Algorithm algorithm) throws MojoFailureException {
        if (!isProject) {
            throw new MojoFailureException("Without a project there is no default list; name one by"
                    + " -Dsyscall.sumsFile=..., or look for sidecars by -Dsyscall.sidecars.");
        }
        return new File(build, "checksums." + (algorithm == null ? "sha256" : algorithm.extension()));
    }

    /** Whether there is such a file or directory. */
    public boolean has(FileIo io, File file) throws IOException {
        try (Root folder = io.open(BaseDirectory.pathOf(file.getParent()))) {
            return folder.stat(BytePath.of(file.getName())).isPresent();
        } catch (NoSuchFileException noFolderEither) {
            return false;
        }
    }
}
