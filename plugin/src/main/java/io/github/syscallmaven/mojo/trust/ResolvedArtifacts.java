package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.trust.Coordinates;
import io.github.syscallmaven.trust.TrustSetting;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/** Records what is resolved in a copy of a session that caches nothing and refuses nothing. */
final class ResolvedArtifacts extends AbstractRepositoryListener {
    private final Set<String> paths = new ConcurrentSkipListSet<>();
    private final Set<String> snapshots = new ConcurrentSkipListSet<>();
    private final Set<String> absent = new ConcurrentSkipListSet<>();

    RepositorySystemSession listeningTo(RepositorySystemSession session, WorkspaceReader modules, boolean offline) {
        DefaultRepositorySystemSession copy = new DefaultRepositorySystemSession(session);
        copy.setWorkspaceReader(modules);
        copy.setOffline(offline);
        copy.setCache(new DefaultRepositoryCache());
        copy.setConfigProperty(TrustSetting.ENFORCED.property(), "false");
        copy.setRepositoryListener(this);
        return copy;
    }

    @Override
    public void artifactResolved(RepositoryEvent event) {
        Artifact artifact = event.getArtifact();
        boolean isSystemScope = artifact.getProperty(ArtifactProperties.LOCAL_PATH, null) != null;
        if (isSystemScope || event.getRepository() instanceof WorkspaceRepository) {
            return;
        }
        Coordinates coordinates = coordinates(artifact);
        if (coordinates.isSnapshot()) {
            snapshots.add(coordinates.toString());
        } else if (event.getFile() == null) {
            absent.add(coordinates.toString());
        } else {
            paths.add(coordinates.path());
        }
    }

    static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getVersion(),
                artifact.getClassifier(),
                artifact.getExtension());
    }

    Set<String> paths() {
        return new TreeSet<>(paths);
    }

    Set<String> snapshots() {
        return new TreeSet<>(snapshots);
    }

    Set<String> absent() {
        return new TreeSet<>(absent);
    }
}
