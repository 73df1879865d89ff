package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import io.github.syscallmaven.testing.list.NastyFiles;
import io.github.syscallmaven.testing.list.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damaged lists, damaged and missing files: the verdict, each status in its place, and success as of {@code sha256sum
 * -c}.
 */
class VerificationLikeSha256sumTest {
    private static final int LISTS = 150;
    private static final String OPEN_OR_READ = "FAILED open or read";

    private final long seed = Seed.next();
    private final Random random = new Random(seed);

    @TempDir
    Path temp;

    private Shell shell;

    @BeforeEach
    void files() throws Exception {
        Shell.require("bash", "sha256sum");
        shell = new Shell(Files.createDirectory(temp.resolve("files")));
        NastyFiles.create(shell, NastyFiles.ONE_LINE);
    }

    @ParameterizedTest
    @CsvSource({"'', false, true", "--strict, false, false", "--ignore-missing, true, true"})
    void verdictsAndSuccessAreThoseOfSha256sum(String option, boolean ignoreMissing, boolean lenient) throws Exception {
        shell.run("rm -- '*a'; echo tampered > 'a b'; rm ./--help");
        for (int i = 0; i < LISTS; i++) {
            Files.write(temp.resolve("list" + i), list());
        }

        String command = "for i in {0..%d}; do sha256sum -c %s ../list$i; echo \"exit $?\"; done";
        String output = shell.run(command.formatted(LISTS - 1, option)).output();
        List<String> theirs = List.of(output.split("(?m)(?<=^exit [01]\n)"));

        Leniency leniency = new Leniency(ignoreMissing, lenient, false, false);
        for (int i = 0; i < LISTS; i++) {
            assertThat(ours("list" + i, leniency))
                    .as("seed %d, %s", seed, Files.readString(temp.resolve("list" + i), StandardCharsets.ISO_8859_1))
                    .isEqualTo(statuses(theirs.get(i)));
        }
    }

    private static String statuses(String output) {
        // Not lines(): old versions print a CR in a name as it is.
        return Arrays.stream(output.split("\n"))
                .map(line -> line.replaceFirst("(?s)^.*: (?=OK$|FAILED)", ""))
                .collect(Collectors.joining("\n"));
    }

    private String ours(String list, Leniency leniency) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Verdict> stricter = new ArrayList<>();
        BytePath base = BytePath.of(temp + "/files");
        VerificationRequest request = new VerificationRequest(
                base,
                base,
                List.of(BytePath.of(temp + "/" + list)),
                null,
                Listing.ALGORITHMS.named("SHA-256"),
                leniency,
                null,
                List.of());
        VerificationCounts report = new ChecksumVerification(
                        FilesIo.real(),
                        new HashingOptions(2, false, progress -> {}, System::nanoTime),
                        Listing.ALGORITHMS,
                        verdict -> {
                            if (verdict.status() == Status.CONFLICT) {
                                stricter.add(verdict);
                            }
                            String status = status(verdict);
                            if (!status.isEmpty()) {
                                lines.add(status);
                            }
                        })
                .run(List.of(request));
        // Two digests for one name are a failure of ours even where the file is missing and may be: a documented
        // difference. It is told in place of "none of the files it lists exists", which fails theirs.
        boolean insteadOfNone = !stricter.isEmpty() && report.count(Status.OK) == 0;
        boolean failed = report.failures() > stricter.size() || insteadOfNone;
        lines.add("exit " + (failed ? 1 : 0));
        return String.join("\n", lines);
    }

    private static String status(Verdict verdict) {
        return switch (verdict.status()) {
            case OK -> "OK";
            case MISMATCH -> "FAILED";
            case MISSING -> verdict.isFailure() ? OPEN_OR_READ : "";
            case UNREADABLE, REFUSED -> OPEN_OR_READ;
            default -> "";
        };
    }

    private byte[] list() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        ListFormat format = random.nextBoolean() ? ListFormat.GNU : ListFormat.BSD;
        for (Map.Entry<BytePath, Digest> file :
                NastyFiles.digests(NastyFiles.ONE_LINE, "SHA-256").entrySet()) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            format.to(line).write(Listing.ALGORITHMS.named("SHA-256"), file.getValue(), file.getKey());
            lines.add(line.toByteArray());
        }
        Collections.shuffle(lines, random);
        List<byte[]> some = lines.subList(0, 1 + random.nextInt(lines.size()));
        if (random.nextInt(3) == 0) {
            some.set(0, some.get(random.nextInt(some.size())));
        }
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        some.forEach(list::writeBytes);
        return flipped(list.toByteArray());
    }

    /** Without a NUL and without new slashes, as names that lead out are refused: documented differences. */
    private byte[] flipped(byte[] list) {
        for (int flips = random.nextInt(4); flips > 0; flips--) {
            int at = random.nextInt(list.length);
            byte flipped = (byte) (list[at] ^ 1 << random.nextInt(8));
            list[at] = flipped == 0 || flipped == '/' ? list[at] : flipped;
        }
        return list;
    }
}
