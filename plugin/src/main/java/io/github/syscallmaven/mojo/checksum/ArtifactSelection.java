package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.verify.Companions;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.Setting;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * Which artifacts of projects are hashed: the main one and the attached ones, but not checksums and signatures among
 * them.
 *
 * @param artifacts whether any are, POMs apart
 * @param classifiers if any, only these
 * @param types if any, only these extensions
 * @param poms whether POMs are, whatever the classifiers and types
 */
record ArtifactSelection(
        Companions companions, boolean artifacts, List<String> classifiers, List<String> types, boolean poms) {
    private static final Setting CLASSIFIERS = Setting.named("classifiers");
    private static final Setting TYPES = Setting.named("types");

    /** Those of a project that this build has made. */
    List<ProjectArtifact> of(MavenProject project, Matches matches) {
        List<ProjectArtifact> selected = new ArrayList<>();
        if (artifacts) {
            List<ProjectArtifact> candidates = candidates(project);
            selected.addAll(candidates.stream()
                    .filter(artifact -> classifiers.isEmpty() || classifiers.contains(artifact.classifierOrMain()))
                    .filter(artifact -> types.isEmpty() || types.contains(artifact.extension()))
                    .toList());
            note(
                    matches,
                    CLASSIFIERS,
                    classifiers,
                    candidates.stream().map(ProjectArtifact::classifierOrMain).toList());
            note(
                    matches,
                    TYPES,
                    types,
                    candidates.stream().map(ProjectArtifact::extension).toList());
        }
        if (poms) {
            selected.addAll(poms(project));
        }
        return selected;
    }

    /** Whether this build has packaged nothing for the project, although its packaging says that it does. */
    boolean isUnpackaged(MavenProject project) {
        return artifacts
                && !project.getPackaging().equals("pom")
                && candidates(project).isEmpty();
    }

    private static void note(Matches matches, Setting setting, List<String> words, List<String> there) {
        matches.there(setting, there);
        words.forEach(word -> matches.word(setting, word, there.contains(word)));
    }

    private List<ProjectArtifact> candidates(MavenProject project) {
        return all(project).stream()
                .filter(artifact -> !artifact.extension().equals("pom") && !isAboutAnother(artifact.extension()))
                .toList();
    }

    private static List<ProjectArtifact> all(MavenProject project) {
        List<Artifact> all = new ArrayList<>();
        all.add(project.getArtifact());
        all.addAll(project.getAttachedArtifacts());
        return all.stream()
                .filter(artifact -> artifact.getFile() != null && !isClasses(project, artifact.getFile()))
                .map(artifact -> ProjectArtifact.of(project, artifact))
                .toList();
    }

    /** Before anything is packaged, the compiler may put the directory of classes in the artifact's place. */
    private static boolean isClasses(MavenProject project, File file) {
        String classes = project.getBuild().getOutputDirectory();
        return classes != null && BaseDirectory.absolute(file).equals(BaseDirectory.absolute(new File(classes)));
    }

    /**
     * {@code jar.sha256}, {@code jar.asc}, {@code jar.sigstore.json}: checksums and signatures of those would help
     * nobody.
     */
    private boolean isAboutAnother(String extension) {
        return companions.isCalledLikeOne(BytePath.of("x." + extension));
    }

    /**
     * What is deployed as the project's POM. Maven 4 attaches one of its own making for consumers, which takes that
     * name; the project's own POM becomes the one with the classifier {@code build}.
     */
    private static List<ProjectArtifact> poms(MavenProject project) {
        List<ProjectArtifact> poms = new ArrayList<>();
        all(project).stream()
                .filter(artifact -> artifact.extension().equals("pom")
                        && artifact.classifier().equals("consumer"))
                .forEach(consumer ->
                        poms.add(new ProjectArtifact(project, consumer.file(), "", "pom", consumer.classifier())));
        if (project.getFile() != null) {
            poms.add(new ProjectArtifact(project, project.getFile(), poms.isEmpty() ? "" : "build", "pom", ""));
        }
        return poms;
    }
}
