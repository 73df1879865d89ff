package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.create.ChecksumCreation;
import io.github.syscallmaven.checksum.create.CreationRequest;
import io.github.syscallmaven.checksum.create.CreationRequest.ListFile;
import io.github.syscallmaven.checksum.create.Input;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import io.github.syscallmaven.testing.list.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumMixesTest {
    private static final int MIXES = 200;
    private static final List<String> TOOLS =
            List.of("md5sum", "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum");
    private static final List<String> NAMES = List.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");
    private static final List<String> WITHOUT_TOOL = List.of("SHA-512/256", "SHA3-256", "SHA3-512");

    /** Around the block sizes of the algorithms, the piece that is read at a time, and where files count as large. */
    private static final List<Integer> SIZES = List.of(
            0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 4095, 4096, 131_071, 131_072, 131_073, 300_000,
            1_048_575, 1_048_577, 1_500_000);

    private final long seed = Seed.next();
    private final Random random = new Random(seed);

    @TempDir
    Path temp;

    @Test
    void anyMixOfFilesAndAlgorithmsHasTheDigestsThatOthersMake() throws Exception {
        Shell.require("bash");
        Shell.require(TOOLS.toArray(String[]::new));
        StringBuilder checks = new StringBuilder("set -e\n");
        for (int i = 0; i < MIXES; i++) {
            Path folder = Files.createDirectory(temp.resolve("mix" + i));
            List<String> algorithms = algorithms();
            List<byte[]> contents = files(folder);
            create(folder, algorithms);
            for (String algorithm : algorithms) {
                Path list = folder.resolve(
                        "../" + i + "." + Listing.ALGORITHMS.named(algorithm).extension());
                assertThat(list).as("seed %d", seed).hasContent(expected(algorithm, contents));
                if (NAMES.contains(algorithm)) {
                    checks.append("(cd mix%d; %s -c --strict --quiet %s)\n"
                            .formatted(i, TOOLS.get(NAMES.indexOf(algorithm)), list.toAbsolutePath()));
                }
            }
        }

        Shell.Result result = new Shell(temp).run(checks.toString());

        assertThat(result.exit())
                .as("seed %d: %s%s", seed, result.output(), result.errors())
                .isZero();
    }

    private List<String> algorithms() {
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(WITHOUT_TOOL);
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(5));
    }

    private List<byte[]> files(Path folder) throws Exception {
        List<byte[]> contents = new ArrayList<>();
        for (int f = 0; f <= random.nextInt(9); f++) {
            byte[] content = new byte[SIZES.get(random.nextInt(SIZES.size()))];
            random.nextBytes(content);
            Files.write(folder.resolve("f" + f), content);
            contents.add(content);
        }
        return contents;
    }

    private void create(Path folder, List<String> names) throws Exception {
        BytePath base = BytePath.of(folder.toString());
        BytePath out = BytePath.of(temp.toString());
        List<Algorithm> algorithms =
                names.stream().map(Listing.ALGORITHMS::named).toList();
        String list = folder.getFileName().toString().substring("mix".length());
        List<ListFile> lists = algorithms.stream()
                .map(algorithm -> new ListFile(
                        out, BytePath.of(list + "." + algorithm.extension()), ListFormat.GNU, List.of(algorithm)))
                .toList();
        Input all = new Input.Tree(BytePath.of(""), PathFilter.ALL);
        new ChecksumCreation(
                        FilesIo.real(),
                        new HashingOptions(1 + random.nextInt(4), true, progress -> {}, System::nanoTime),
                        new CreationRequest(base, List.of(all), algorithms, lists, List.of(), null, Durability.NONE),
                        file -> {})
                .run();
    }

    private static String expected(String algorithm, List<byte[]> contents) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int f = 0; f < contents.size(); f++) {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(contents.get(f));
            lines.append(HexFormat.of().formatHex(digest))
                    .append("  f")
                    .append(f)
                    .append('\n');
        }
        return lines.toString();
    }
}
