package io.github.syscallmaven.mojo.trust;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.TransportListener;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.transfer.NoTransporterException;
import org.eclipse.aether.transfer.TransferCancelledException;

/**
 * The checksums that repositories publish beside their files. Asks by Resolver's own transport: with the credentials,
 * proxies and mirrors of this build. Safe for many threads.
 */
public final class RemoteChecksums implements AutoCloseable {
    /** In this order: nearly all repositories have the first, and each further one costs a request for every file. */
    private static final List<String> ALGORITHMS = List.of("SHA-1", "SHA-256", "SHA-512");

    /** In bytes. What is larger is no checksum. */
    private static final int LARGEST = 4096;

    /** As {@code openssl} writes: a name, an equals sign, a hash. */
    private static final Pattern NAMED = Pattern.compile(".+= [0-9A-Fa-f]+");

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40,}");

    private final TransporterProvider provider;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;
    private final Map<RemoteRepository, Transporter> transporters = new HashMap<>();

    /**
     * A checksum.
     *
     * @param repository the id of the one that publishes it
     * @param algorithm as {@code SHA-1}
     * @param hash lower-case hexadecimal digits
     */
    public record Published(String repository, String algorithm, String hash) {}

    private RemoteChecksums(
            TransporterProvider provider, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.provider = provider;
        this.session = session;
        this.repositories = repositories;
    }

    /** Those of the repositories that the modules of this build name. */
    public static RemoteChecksums of(MavenSession session, TransporterProvider provider) {
        List<RemoteRepository> repositories = new ArrayList<>();
        for (MavenProject module : session.getProjects()) {
            repositories.addAll(module.getRemoteProjectRepositories());
            repositories.addAll(module.getRemotePluginRepositories());
        }
        return new RemoteChecksums(
                provider,
                session.getRepositorySession(),
                repositories.stream().distinct().toList());
    }

    /**
     * What is published for this file by the first repository that publishes anything; those it came from are asked
     * first, and the others only when it is not known where it came from.
     *
     * @param origins ids of repositories
     * @throws IOException when a repository cannot be asked
     */
    public Optional<Published> find(String path, List<String> origins) throws IOException {
        List<RemoteRepository> known = repositories.stream()
                .filter(one -> origins.contains(one.getId()))
                .toList();
        for (RemoteRepository repository : known.isEmpty() ? repositories : known) {
            for (String algorithm : ALGORITHMS) {
                String extension = algorithm.toLowerCase(Locale.ROOT).replace("-", "");
                Optional<String> text = get(repository, path + "." + extension);
                if (text.isPresent()) {
                    return Optional.of(
                            new Published(repository.getId(), algorithm, hash(repository, path, text.get())));
                }
            }
        }
        return Optional.empty();
    }

    private static String hash(RemoteRepository repository, String path, String text) throws IOException {
        String line = text.lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        String hash = (NAMED.matcher(line).matches()
                        ? line.substring(line.lastIndexOf(' ') + 1)
                        : line.split("\\s", 2)[0])
                .toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hash).matches()) {
            throw new IOException("The repository '" + repository.getId() + "' publishes for '" + path
                    + "' something that is not a" + " checksum");
        }
        return hash;
    }

    private Optional<String> get(RemoteRepository repository, String path) throws IOException {
        Transporter transporter = transporter(repository);
        GetTask task = new GetTask(uri(path)).setListener(new Limit());
        try {
            transporter.get(task);
            return Optional.of(task.getDataString());
        } catch (Exception e) { // the interface throws nothing more special
            if (transporter.classify(e) == Transporter.ERROR_NOT_FOUND) {
                return Optional.empty();
            }
            throw new IOException(
                    "Cannot ask the repository '" + repository.getId() + "' (" + repository.getUrl() + ") for '" + path
                            + "': " + e.getMessage(),
                    e);
        }
    }

    private static URI uri(String path) throws IOException {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IOException("'" + path + "' is not a path of a repository", e);
        }
    }

    private synchronized Transporter transporter(RemoteRepository repository) throws IOException {
        Transporter known = transporters.get(repository);
        if (known != null) {
            return known;
        }
        try {
            Transporter transporter = provider.newTransporter(session, repository);
            transporters.put(repository, transporter);
            return transporter;
        } catch (NoTransporterException e) {
            throw new IOException(
                    "Maven has no way to ask the repository '" + repository.getId() + "': " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        transporters.values().forEach(Transporter::close);
    }

    private static final class Limit extends TransportListener {
        private int bytes;

        @Override
        public void transportProgressed(ByteBuffer data) throws TransferCancelledException {
            bytes += data.remaining();
            if (bytes > LARGEST) {
                throw new TransferCancelledException("it sends more than a checksum has");
            }
        }
    }
}
