package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.checksum.list.write.ListWriter;
import io.github.syscallmaven.checksum.list.write.SidecarStyle;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.list.Listing;
import io.github.syscallmaven.testing.list.NastyFiles;
import io.github.syscallmaven.testing.list.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other people's tools take what is written here, and what they write is taken here. */
class OtherToolsTest {
    private static final Collection<String> ALL = all();

    @TempDir
    private Path temp;

    private Path folder;
    private Shell shell;

    @BeforeEach
    void tools() throws IOException {
        Shell.require("bash");
        folder = Files.createDirectory(temp.resolve("files"));
        shell = new Shell(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "sha256sum, SHA-256, GNU",
        "sha256sum, SHA-256, BSD",
        "sha512sum, SHA-512, GNU",
        "sha512sum, SHA-512, BSD",
        "sha1sum, SHA-1, GNU",
        "md5sum, MD5, GNU",
        "md5sum, MD5, BSD",
    })
    void coreutilsAcceptOurLists(String tool, String algorithm, ListFormat format) throws Exception {
        Shell.require(tool);
        NastyFiles.create(shell, ALL);
        Files.write(temp.resolve("SUMS"), list(format, algorithm));

        Shell.Result result = shell.run(tool + " -c --strict ../SUMS");

        assertThat(result.errors()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.output().lines().filter(line -> line.endsWith(": OK")))
                .hasSameSizeAs(ALL);
    }

    @Test
    void coreutilsAcceptOurNamedSidecars() throws Exception {
        Shell.require("sha256sum");
        NastyFiles.create(shell, ALL);
        ByteArrayOutputStream sidecars = new ByteArrayOutputStream();
        NastyFiles.digests(ALL, "SHA-256")
                .forEach((name, digest) -> sidecars.writeBytes(SidecarStyle.NAMED.text(digest, name)));
        Files.write(temp.resolve("SUMS"), sidecars.toByteArray());

        assertThat(shell.run("sha256sum -c --strict --quiet ../SUMS")).satisfies(result -> {
            assertThat(result.errors()).isEmpty();
            assertThat(result.exit()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sha256sum -- *, SHA-256, GNU_TEXT",
        "sha256sum -b -- *, SHA-256, GNU_BINARY",
        "sha256sum --tag -- *, SHA-256, BSD_TAG",
        "sha512sum -- *, SHA-512, GNU_TEXT",
        "md5sum -- *, MD5, GNU_TEXT",
        "md5sum --tag -- *, MD5, BSD_TAG",
    })
    void weAcceptTheListsOfCoreutils(String command, String algorithm, EntryForm form) throws Exception {
        Shell.require(command.substring(0, command.indexOf(' ')));

        assertAccepted(command, ALL, algorithm, form);
    }

    @ParameterizedTest
    @CsvSource({
        "cksum -a sha256 -- *, SHA-256, BSD_TAG",
        "cksum -a sha256 --untagged -- *, SHA-256, GNU_TEXT",
        "cksum -a sha384 --untagged -- *, SHA-384, GNU_TEXT",
    })
    void weAcceptTheListsOfCksum(String command, String algorithm, EntryForm form) throws Exception {
        Shell.require("cksum");
        Shell.requireThat(shell.run("cksum -a sha256 /dev/null").exit() == 0, "cksum is older than coreutils 9.0");

        assertAccepted(command, ALL, algorithm, form);
    }

    // OpenSSL and gpg write names as they are, so none with an LF; "-x" would be an option to OpenSSL.
    @ParameterizedTest
    @CsvSource({
        "openssl dgst -sha256 ./*, SHA-256, OPENSSL",
        "openssl dgst -sha1 ./*, SHA-1, OPENSSL",
        "openssl dgst -sha512-256 ./*, SHA-512/256, OPENSSL",
        "openssl dgst -sha3-256 ./*, SHA3-256, OPENSSL",
        "openssl dgst -r -sha256 ./*, SHA-256, GNU_BINARY",
    })
    void weAcceptTheListsOfOpenssl(String command, String algorithm, EntryForm form) throws Exception {
        Shell.require("openssl");

        assertAccepted(command, NastyFiles.ONE_LINE, algorithm, form);
    }

    @ParameterizedTest
    @CsvSource({
        "gpg --print-md md5 ./*, MD5",
        "gpg --print-md sha1 ./*, SHA-1",
        "gpg --print-md sha224 ./*, SHA-224",
        "gpg --print-md sha256 ./*, SHA-256",
        "gpg --print-md sha384 ./*, SHA-384",
        "gpg --print-md sha512 ./*, SHA-512",
    })
    void weAcceptTheListsOfGpg(String command, String algorithm) throws Exception {
        Shell.require("gpg");

        assertAccepted(command, NastyFiles.ONE_LINE, algorithm, EntryForm.GPG);
    }

    @Test
    void weAcceptEveryAlgorithmThatGpgPrintsAtOnceAndThatThereIs() throws Exception {
        Shell.require("gpg");
        NastyFiles.create(shell, NastyFiles.ONE_LINE);

        Listing listing = Listing.of(shell.run("gpg --print-md '*' ./*").output());

        assertThat(listing.problems()).extracting(ListProblem::kind).containsOnly(ListProblem.Kind.UNKNOWN_ALGORITHM);
        assertThat(listing.problems()).allMatch(problem -> problem.what().contains("'RMD160'"));
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512")) {
            assertThat(digests(listing, algorithm)).isEqualTo(NastyFiles.digests(NastyFiles.ONE_LINE, algorithm));
        }
    }

    private void assertAccepted(String command, Collection<String> names, String algorithm, EntryForm form)
            throws Exception {
        NastyFiles.create(shell, names);

        Shell.Result result = shell.run(command);
        ChecksumListReader reader =
                ChecksumListReader.ofList(Listing.ALGORITHMS, BytePath.of("SUMS"), Listing.ALGORITHMS.named(algorithm));
        Listing listing = Listing.of(reader, Listing.bytes(result.output()));

        assertThat(result.exit()).as(result.errors()).isZero();
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.entries()).extracting(ListEntry::form).containsOnly(form);
        assertThat(digests(listing, algorithm)).isEqualTo(NastyFiles.digests(names, algorithm));
    }

    private static Map<BytePath, Digest> digests(Listing listing, String algorithm) {
        Map<BytePath, Digest> digests = new HashMap<>();
        for (ListEntry entry : listing.entries()) {
            if (entry.algorithm().name().equals(algorithm)) {
                byte[] name = entry.name().toBytes();
                boolean here = name[0] == '.' && name[1] == '/';
                digests.put(here ? BytePath.of(name, 2, name.length - 2) : entry.name(), entry.digest());
            }
        }
        return digests;
    }

    private static byte[] list(ListFormat format, String algorithm) throws IOException {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        ListWriter writer = format.to(list);
        for (Map.Entry<BytePath, Digest> file :
                NastyFiles.digests(ALL, algorithm).entrySet()) {
            writer.write(Listing.ALGORITHMS.named(algorithm), file.getValue(), file.getKey());
        }
        writer.finish();
        return list.toByteArray();
    }

    private static Collection<String> all() {
        List<String> all = new ArrayList<>(NastyFiles.ONE_LINE);
        all.addAll(NastyFiles.TWO_LINES);
        return all;
    }
}
