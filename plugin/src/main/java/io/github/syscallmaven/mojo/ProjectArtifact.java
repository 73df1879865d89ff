package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.Algorithm;
import io.github.syscallmaven.checksum.Algorithms;
import io.github.syscallmaven.io.BytePath;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * An artifact that the project has a file for.
 *
 * @param classifier empty for none
 * @param extension of its name in a repository
 */
record ProjectArtifact(File file, String classifier, String extension) {
    private static final String NO_CLASSIFIER = "main";
    private static final List<String> SIGNATURES = List.of("asc", "sig", "sigstore", "sigstore.json");

    /**
     * The main and the attached artifacts, without checksums and signatures of artifacts, and without POMs: Maven installs those
     * by itself, and Maven 4 attaches one of its own making, under a random name, that is gone after the build.
     *
     * @param classifiers if any, only these, {@value #NO_CLASSIFIER} being that of artifacts without one
     * @param types if any, only these extensions
     */
    static List<ProjectArtifact> of(
            MavenProject project, Algorithms algorithms, List<String> classifiers, List<String> types) {
        List<Artifact> all = new ArrayList<>();
        all.add(project.getArtifact());
        all.addAll(project.getAttachedArtifacts());
        return all.stream()
                .filter(artifact -> artifact.getFile() != null)
                .map(ProjectArtifact::of)
                .filter(artifact -> !artifact.extension.equals("pom") && !artifact.isAboutAnother(algorithms))
                .filter(artifact -> classifiers.isEmpty() || classifiers.contains(artifact.classifierOrMain()))
                .filter(artifact -> types.isEmpty() || types.contains(artifact.extension))
                .toList();
    }

    private static ProjectArtifact of(Artifact artifact) {
        String classifier = artifact.getClassifier() == null ? "" : artifact.getClassifier();
        String extension = artifact.getArtifactHandler().getExtension();
        return new ProjectArtifact(artifact.getFile(), classifier, extension);
    }

    private String classifierOrMain() {
        return classifier.isEmpty() ? NO_CLASSIFIER : classifier;
    }

    /** {@code jar.sha256}, {@code jar.asc}, {@code jar.sigstore.json}: checksums and signatures of those would help nobody. */
    private boolean isAboutAnother(Algorithms algorithms) {
        return algorithms.ofExtension(BytePath.of("x." + extension)).isPresent()
                || SIGNATURES.stream().anyMatch(signature -> ("." + extension).endsWith("." + signature));
    }

    /** Its file name where it is installed or deployed, timestamps of snapshots apart. */
    String nameInRepository(MavenProject project) {
        return project.getArtifactId()
                + '-'
                + project.getVersion()
                + (classifier.isEmpty() ? "" : '-' + classifier)
                + '.'
                + extension;
    }

    /** Attaches the sidecar of this artifact, so that it stands beside it in repositories, too. */
    void attachSidecar(MavenProjectHelper helper, MavenProject project, Algorithm algorithm) {
        File sidecar = new File(file.getPath() + '.' + algorithm.extension());
        helper.attachArtifact(
                project, extension + '.' + algorithm.extension(), classifier.isEmpty() ? null : classifier, sidecar);
    }
}
