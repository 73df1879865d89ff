package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.create.ChecksumCreation;
import io.github.syscallmaven.checksum.create.CreationReport;
import io.github.syscallmaven.checksum.create.CreationRequest;
import io.github.syscallmaven.checksum.create.CreationRequest.ListFile;
import io.github.syscallmaven.checksum.create.Input;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.util.List;

/** Writes {@code SUMS} with the SHA-256 of all files below a folder. Arguments: the folder, and where to write. */
final class Verification {
    private Verification() {}

    public static void main(String[] arguments) throws IOException {
        List<Algorithm> algorithms = List.of(Listing.ALGORITHMS.named("SHA-256"));
        ListFile sums = new ListFile(BytePath.of(arguments[1]), BytePath.of("SUMS"), ListFormat.GNU, algorithms);
        CreationReport report = new ChecksumCreation(
                        FilesIo.real(),
                        new HashingOptions(2, true, progress -> {}, System::nanoTime),
                        new CreationRequest(
                                BytePath.of(arguments[0]),
                                List.of(new Input.Tree(BytePath.of(""), PathFilter.ALL)),
                                algorithms,
                                List.of(sums),
                                List.of(),
                                null,
                                Durability.NONE),
                        file -> {})
                .run();
        System.out.println(
                report.totals().files() + " files, " + report.totals().bytes() + " bytes");
    }
}
