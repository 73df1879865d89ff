package io.github.syscallmaven.testing.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.digest.Hash;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files with names that tools stumble over; the content of each is its own name. */
public final class NastyFiles {
    public static final List<String> ONE_LINE = List.of(
            " a",
            "#a",
            "%0A",
            "(",
            ") = ",
            "*a",
            "--help",
            "-x",
            "=",
            "SHA256 (a) = b",
            "a b",
            "a b ",
            "a\\b",
            "a\rb",
            "a: AB CD",
            "back\\",
            "n".repeat(255),
            "tab\tx",
            "\u00c3\u00a4",
            "\u00ff\u00fe");

    public static final List<String> TWO_LINES = List.of("\nx", "x\n", "x\ny\\");

    private NastyFiles() {}

    public static void create(Shell shell, Collection<String> names) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        for (String name : names) {
            String word = Shell.quoted(name);
            script.append("printf %s ")
                    .append(word)
                    .append(" > ./")
                    .append(word)
                    .append('\n');
        }
        assertThat(shell.run(script.toString()).errors()).isEmpty();
    }

    public static Map<BytePath, Digest> digests(Collection<String> names, String algorithm) {
        return digests(names, Listing.ALGORITHMS.named(algorithm));
    }

    public static Map<BytePath, Digest> digests(Collection<String> names, Algorithm algorithm) {
        Map<BytePath, Digest> digests = new LinkedHashMap<>();
        for (String name : names) {
            Hash hash = algorithm.newHash();
            hash.update(ByteBuffer.wrap(Listing.bytes(name)));
            digests.put(path(name), hash.digest());
        }
        return digests;
    }

    static BytePath path(String name) {
        return BytePath.of(name.getBytes(StandardCharsets.ISO_8859_1));
    }
}
