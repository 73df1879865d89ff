package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Hash;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a local repository, by their paths in a remote one.
 *
 * @param root the local repository
 */
public record LocalFiles(Root root) {
    private static final BytePath ORIGINS = BytePath.of("_remote.repositories");
    private static final int LARGEST = 1024 * 1024;

    /** The name of a file, and the key of the repository that it came from; the key is empty for an installed one. */
    private static final Pattern ORIGIN = Pattern.compile("(?<file>[^>]+)>(?<key>[^=]*)=.*");

    /** Since Resolver 2.0.23 the key ends in a hash of the repository's URL. */
    private static final Pattern URL_HASH = Pattern.compile("-[0-9a-f]{40}$");

    /** The hashes of those that are there, by path; a directory or a link is not. */
    public Map<String, String> hashes(Collection<String> paths, Algorithm algorithm) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String path : paths) {
            Optional<FileFacts> facts = root.stat(BytePath.of(path));
            if (facts.isPresent() && facts.get().type() == FileType.REGULAR) {
                hashes.put(path, hash(path, algorithm));
            }
        }
        return hashes;
    }

    /** The hash of one that is there. */
    public String hash(String path, Algorithm algorithm) throws IOException {
        Hash hash = algorithm.newHash();
        FileFacts unused = root.read(BytePath.of(path), hash::update);
        return hash.digest().toString();
    }

    /**
     * The ids of the repositories that this file came from, as Resolver remembers; empty when it was installed, or
     * unknown.
     */
    public List<String> origins(String path) throws IOException {
        BytePath file = BytePath.of(path);
        BytePath memory = file.parent().resolve(ORIGINS);
        if (root.stat(memory).isEmpty()) {
            return List.of();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<String> ids = new ArrayList<>();
        for (String line :
                new String(root.readAll(memory, LARGEST), UTF_8).lines().toList()) {
            Matcher origin = ORIGIN.matcher(line);
            if (origin.matches()
                    && origin.group("file").equals(name)
                    && !origin.group("key").isEmpty()) {
                ids.add(URL_HASH.matcher(origin.group("key")).replaceFirst(""));
            }
        }
        return ids;
    }
}
