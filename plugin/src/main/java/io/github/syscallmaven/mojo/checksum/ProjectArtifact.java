package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.Output;
import java.io.File;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * An artifact that a project has a file for.
 *
 * @param classifier empty for none
 * @param extension of its name in a repository
 * @param attachedClassifier the one that files about it are attached with; Maven 4 changes that of POMs where they are
 *     installed and deployed, and that of {@code pom.sha256} and the like with it
 */
record ProjectArtifact(
        MavenProject project, File file, String classifier, String extension, String attachedClassifier) {
    /** What {@code <classifiers>} calls artifacts without one. */
    private static final String NO_CLASSIFIER = "main";

    static ProjectArtifact of(MavenProject project, Artifact artifact) {
        String classifier = artifact.getClassifier() == null ? "" : artifact.getClassifier();
        return new ProjectArtifact(
                project,
                artifact.getFile(),
                classifier,
                artifact.getArtifactHandler().getExtension(),
                classifier);
    }

    String classifierOrMain() {
        return classifier.isEmpty() ? NO_CLASSIFIER : classifier;
    }

    /** Its file name where it is installed or deployed, the time stamps of deployed snapshots apart. */
    String nameInRepository() {
        return project.getArtifactId()
                + '-'
                + project.getVersion()
                + (classifier.isEmpty() ? "" : '-' + classifier)
                + '.'
                + extension;
    }

    /** Where it is read from: a directory that the user trusts, and a name below it. */
    Output source() {
        return Output.of(file, new File(project.getBuild().getDirectory()), project.getBasedir());
    }

    BytePath path() {
        return BaseDirectory.pathOf(file);
    }
}
