package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.trust.Coordinates;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ChecksumFailureException;

/**
 * Lets the Resolver of a session resolve artifacts whose files match the trusted checksums, or do not.
 *
 * <p>It is the session's own Resolver, with its own configuration: the one difference is a workspace that hands over a
 * file of our choice for the artifact, as a reactor would. So no network is used and nothing is written, and what is
 * proven is all that decides about an artifact once its file is there: the properties of this session, whatever set
 * them; that the file of checksums is found from this working directory; that its line is read; that the post-processor
 * of this very Maven compares and refuses. The request is made twice, as for a project and as for a plugin, since Maven
 * can leave plugins out. What the file of checksums held when this Maven first resolved something is what counts:
 * Resolver reads it once.
 *
 * <p>Not proven is what comes before: that Maven fetches artifacts from where it should.
 */
public final class LiveProof {
    private static final List<String> CONTEXTS = List.of("project", "plugin");

    private final RepositorySystem system;
    private final RepositorySystemSession session;

    public LiveProof(RepositorySystem system, RepositorySystemSession session) {
        this.system = system;
        this.session = session;
    }

    /** What Resolver did with an artifact. */
    public enum Answer {
        ACCEPTED,
        /** Because of its checksum. */
        REFUSED,
        /** For another reason. */
        FAILED
    }

    /**
     * What it did, and why.
     *
     * @param reason Resolver's own; empty for none
     */
    public record Outcome(Answer answer, String reason) {}

    /**
     * What Resolver makes of this file in the place of that artifact; of several answers, one that is not as wanted.
     */
    public Outcome resolve(Coordinates coordinates, File file, Answer wanted) {
        List<Outcome> outcomes = new ArrayList<>();
        for (String context : CONTEXTS) {
            outcomes.add(resolve(coordinates, file, context));
        }
        return outcomes.stream()
                .filter(outcome -> outcome.answer() != wanted)
                .findFirst()
                .orElse(outcomes.get(0));
    }

    private Outcome resolve(Coordinates coordinates, File file, String context) {
        DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(session);
        own.setWorkspaceReader(new OneFile(file));
        own.setOffline(true);
        Artifact artifact = new DefaultArtifact(
                coordinates.groupId(),
                coordinates.artifactId(),
                coordinates.classifier(),
                coordinates.extension(),
                coordinates.version());
        try {
            ArtifactResult result = system.resolveArtifact(own, new ArtifactRequest(artifact, List.of(), context));
            return new Outcome(result.isResolved() ? Answer.ACCEPTED : Answer.FAILED, "");
        } catch (ArtifactResolutionException e) {
            return outcome(e);
        } catch (RuntimeException e) {
            // What some versions of Resolver throw instead: not a refusal, and to be told.
            return new Outcome(Answer.FAILED, e.toString());
        }
    }

    private static Outcome outcome(ArtifactResolutionException failure) {
        for (ArtifactResult result : failure.getResults()) {
            for (Exception reason : result.getExceptions()) {
                if (reason instanceof ChecksumFailureException) {
                    return new Outcome(Answer.REFUSED, String.valueOf(reason.getMessage()));
                }
            }
        }
        return new Outcome(Answer.FAILED, String.valueOf(failure.getMessage()));
    }

    /** A workspace in which every artifact is this file. */
    private static final class OneFile implements WorkspaceReader {
        private final WorkspaceRepository repository = new WorkspaceRepository("syscall-live-proof");
        private final File file;

        OneFile(File file) {
            this.file = file;
        }

        @Override
        public WorkspaceRepository getRepository() {
            return repository;
        }

        @Override
        public File findArtifact(Artifact artifact) {
            return file;
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of();
        }
    }
}
