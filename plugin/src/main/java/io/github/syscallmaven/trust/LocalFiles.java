package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Hash;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of local repositories, by their paths in a remote one; of two the one that Maven takes, the first. */
public final class LocalFiles implements AutoCloseable {
    private static final BytePath ORIGINS = BytePath.of("_remote.repositories");
    private static final int LARGEST = 1024 * 1024;

    /** The name of a file, and the key of the repository that it came from; the key is empty for an installed one. */
    private static final Pattern ORIGIN = Pattern.compile("(?<file>[^>]+)>(?<key>[^=]*)=.*");

    /** Since Resolver 2.0.23 the key ends in a hash of the repository's URL. */
    private static final Pattern URL_HASH = Pattern.compile("-[0-9a-f]{40}$");

    private final List<Root> repositories;

    private LocalFiles(List<Root> repositories) {
        this.repositories = repositories;
    }

    /** Opens these: the first, which is made if need be, and of the others those that are there. */
    public static LocalFiles open(FileIo io, List<BytePath> repositories) throws IOException {
        LocalFiles files = new LocalFiles(new ArrayList<>());
        try {
            files.repositories.add(io.openOrCreate(repositories.get(0)));
            for (BytePath repository : repositories.subList(1, repositories.size())) {
                files.addIfThere(io, repository);
            }
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
        return files;
    }

    private void addIfThere(FileIo io, BytePath repository) throws IOException {
        try {
            repositories.add(io.open(repository));
        } catch (NoSuchFileException notYet) {
            // Maven goes without it, too.
        }
    }

    /** The hashes of those that are there, by path; a directory or a link is not. */
    public Map<String, String> hashes(Collection<String> paths, Algorithm algorithm) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String path : paths) {
            Root repository = find(path).orElse(null);
            if (repository != null) {
                hashes.put(path, hash(repository, path, algorithm));
            }
        }
        return hashes;
    }

    private Optional<Root> find(String path) throws IOException {
        for (Root repository : repositories) {
            Optional<FileFacts> facts = repository.stat(BytePath.of(path));
            if (facts.isPresent() && facts.get().type() == FileType.REGULAR) {
                return Optional.of(repository);
            }
        }
        return Optional.empty();
    }

    /** The hash of one that is there. */
    public String hash(String path, Algorithm algorithm) throws IOException {
        return hash(find(path).orElseThrow(() -> new NoSuchFileException(path)), path, algorithm);
    }

    private static String hash(Root repository, String path, Algorithm algorithm) throws IOException {
        Hash hash = algorithm.newHash();
        FileFacts unused = repository.read(BytePath.of(path), hash::update);
        return hash.digest().toString();
    }

    /**
     * The ids of the repositories that this file came from, as Resolver remembers; empty when it was installed, or
     * unknown.
     */
    public List<String> origins(String path) throws IOException {
        Root repository = find(path).orElse(null);
        BytePath memory = BytePath.of(path).parent().resolve(ORIGINS);
        if (repository == null || repository.stat(memory).isEmpty()) {
            return List.of();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<String> ids = new ArrayList<>();
        for (String line :
                new String(repository.readAll(memory, LARGEST), UTF_8).lines().toList()) {
            Matcher origin = ORIGIN.matcher(line);
            if (origin.matches()
                    && origin.group("file").equals(name)
                    && !origin.group("key").isEmpty()) {
                ids.add(URL_HASH.matcher(origin.group("key")).replaceFirst(""));
            }
        }
        return ids;
    }

    @Override
    public void close() {
        repositories.forEach(Root::close);
    }
}
