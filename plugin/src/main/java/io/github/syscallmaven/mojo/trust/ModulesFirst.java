package io.github.syscallmaven.mojo.trust;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/**
 * Resolves modules from the session. For those that are neither built nor installed it uses their POMs. No repository
 * is asked for modules: it could have something else of that name.
 */
final class ModulesFirst implements MavenWorkspaceReader {
    private final RepositorySystemSession session;
    private final @Nullable WorkspaceReader reader;
    private final WorkspaceRepository repository;
    private final Map<String, File> modules;

    ModulesFirst(RepositorySystemSession session, Collection<MavenProject> modules) {
        this.session = session;
        this.reader = session.getWorkspaceReader();
        this.repository = reader == null ? new WorkspaceRepository("modules") : reader.getRepository();
        this.modules = modules.stream()
                .collect(Collectors.toMap(
                        module -> name(module.getGroupId(), module.getArtifactId(), module.getVersion()),
                        MavenProject::getFile,
                        (one, other) -> one));
    }

    private static String name(String groupId, String artifactId, String version) {
        return groupId + ":" + artifactId + ":" + version;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        File found = reader == null ? null : reader.findArtifact(artifact);
        return found != null || isInstalled(artifact)
                ? found
                : modules.get(name(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion()));
    }

    private boolean isInstalled(Artifact artifact) {
        LocalArtifactRequest request = new LocalArtifactRequest(artifact, List.of(), "");
        return session.getLocalRepositoryManager().find(session, request).getFile() != null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return reader == null ? List.of() : reader.findVersions(artifact);
    }

    @Override
    public @Nullable Model findModel(Artifact artifact) {
        return reader instanceof MavenWorkspaceReader maven ? maven.findModel(artifact) : null;
    }
}
