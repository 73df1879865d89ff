package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.mojo.BaseDirectory;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * A file to attach to a project.
 *
 * @param type also its extension in repositories
 * @param classifier empty for none
 */
record Attachment(MavenProject project, String type, String classifier, File file) {
    /** Repositories have one file for each classifier and type, so a second one would be lost. */
    static void requireDistinct(List<Attachment> attachments) throws MojoFailureException {
        Map<String, File> files = new HashMap<>();
        for (Attachment attachment : attachments) {
            File other = files.putIfAbsent(attachment.name(), attachment.file);
            requireSame(attachment, other == null ? attachment.attached().orElse(null) : other);
        }
    }

    private static void requireSame(Attachment attachment, @Nullable File other) throws MojoFailureException {
        if (other != null && !BaseDirectory.absolute(other).equals(BaseDirectory.absolute(attachment.file))) {
            throw new MojoFailureException("'" + BaseDirectory.pathOf(attachment.file) + "' cannot be attached: '"
                    + BaseDirectory.pathOf(other) + "' is attached with the same classifier '" + attachment.classifier
                    + "' and type '"
                    + attachment.type + "', and repositories keep one of them; set <attachClassifier>"
                    + " (-Dsyscall.attachClassifier) to another one, or let the names of the files end differently.");
        }
    }

    /** Does it, unless an earlier run has done it. */
    void attach(MavenProjectHelper helper) {
        if (attached().isEmpty()) {
            helper.attachArtifact(project, type, classifier.isEmpty() ? null : classifier, file);
        }
    }

    private Optional<File> attached() {
        return project.getAttachedArtifacts().stream()
                .filter(artifact -> name(artifact).equals(name()))
                .map(Artifact::getFile)
                .findFirst();
    }

    private String name() {
        return classifier + '.' + type;
    }

    private static String name(Artifact artifact) {
        String classifier = artifact.getClassifier() == null ? "" : artifact.getClassifier();
        return classifier + '.' + artifact.getArtifactHandler().getExtension();
    }
}
