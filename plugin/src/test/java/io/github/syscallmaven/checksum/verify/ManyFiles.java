package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.create.ChecksumCreation;
import io.github.syscallmaven.checksum.create.CreationReport;
import io.github.syscallmaven.checksum.create.CreationRequest;
import io.github.syscallmaven.checksum.create.CreationRequest.ListFile;
import io.github.syscallmaven.checksum.create.Input;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.checksum.select.AntPatterns;
import io.github.syscallmaven.checksum.verify.report.JsonReport;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.util.List;

/** Hashes a folder and verifies it with all that takes memory. To be run in a JVM with little of it. */
final class ManyFiles {
    private ManyFiles() {}

    public static void main(String[] arguments) throws IOException {
        BytePath base = BytePath.of(arguments[0]);
        BytePath out = BytePath.of(arguments[1]);
        List<Algorithm> algorithms = List.of(Listing.ALGORITHMS.named("SHA-256"), Listing.ALGORITHMS.named("MD5"));
        BytePath list = BytePath.of("SUMS");
        // Two trees that overlap, so that they have to be merged.
        List<Input> inputs = List.of(
                new Input.Tree(BytePath.of(""), PathFilter.ALL),
                new Input.Tree(BytePath.of(""), new AntPatterns(List.of("**/*7*"), List.of())));
        CreationReport created = new ChecksumCreation(
                        FilesIo.real(),
                        hashing(true),
                        new CreationRequest(
                                base,
                                inputs,
                                algorithms,
                                List.of(new ListFile(out, list, ListFormat.BSD, algorithms)),
                                List.of(),
                                null,
                                Durability.NONE),
                        file -> {})
                .run();
        JsonReport json = new JsonReport(null);
        VerificationCounts verified = new ChecksumVerification(FilesIo.real(), hashing(false), Listing.ALGORITHMS, json)
                .run(List.of(new VerificationRequest(
                        base,
                        base,
                        List.of(out.resolve(list)),
                        null,
                        null,
                        Leniency.DEFAULT,
                        PathFilter.ALL,
                        List.of())));
        try (Root root = FilesIo.real().open(out)) {
            System.out.println("report "
                    + root.write(BytePath.of("report"), json.content(), WriteOptions.DEFAULT)
                            .outcome());
        }
        System.out.println("created " + created.totals().files());
        System.out.println("verified " + verified + ", " + verified.totals().files() + " files");
    }

    private static HashingOptions hashing(boolean failFast) {
        return new HashingOptions(2, failFast, progress -> {}, System::nanoTime);
    }
}
