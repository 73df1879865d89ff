package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.list.Listing;
import io.github.syscallmaven.testing.list.NastyFiles;
import io.github.syscallmaven.testing.list.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lists that tools other than coreutils, OpenSSL and gpg write, with the names that these can write, are read right.
 */
class WildToolsTest {
    /** RHash takes a backslash in the name of a file for a separator. */
    private static final List<String> WITHOUT_BACKSLASH =
            NastyFiles.ONE_LINE.stream().filter(name -> !name.contains("\\")).toList();

    private static final Algorithms ALL = new Algorithms(WildToolsTest.class.getClassLoader());

    @TempDir
    private Path temp;

    private Shell shell;

    @BeforeEach
    void files() throws IOException {
        Shell.require("bash");
        shell = new Shell(Files.createDirectory(temp.resolve("files")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rhash --sha256 --                         | SHA-256         | GNU_TEXT",
                "rhash --md5 --                            | MD5             | GNU_TEXT",
                "rhash --sha256 --uppercase --             | SHA-256         | GNU_TEXT",
                "rhash --sha3-256 --                       | SHA3-256        | GNU_TEXT",
                "rhash --sha256 --bsd --                   | SHA-256         | BSD_TAG",
                "rhash --crc32 --md5 --sha512 --bsd --     | CRC32 MD5 SHA-512 | BSD_TAG",
                "rhash --blake2b --blake2s --bsd --        | BLAKE2B-512 BLAKE2S-256 | BSD_TAG",
                "rhash --crc32 --                          | CRC32           | SFV",
                "hashdeep -l                               | SIZE MD5 SHA-256 | HASHDEEP",
                "hashdeep -l -c sha1,sha256                | SIZE SHA-1 SHA-256 | HASHDEEP",
                "md5deep -l                                | MD5             | GNU_TEXT",
                "sha256deep -l                             | SHA-256         | GNU_TEXT",
                "cksum --                                  | CKSUM SIZE      | CKSUM",
                "b2sum --                                  | BLAKE2B-512     | GNU_TEXT",
                "b2sum -l 256 --                           | BLAKE2B-256     | GNU_TEXT",
                "b2sum -l 256 --tag --                     | BLAKE2B-256     | BSD_TAG",
                "openssl dgst -blake2b512                  | BLAKE2B-512     | OPENSSL",
                "openssl dgst -sm3                         | SM3             | OPENSSL",
                "openssl dgst -c -sha256                   | SHA-256         | OPENSSL",
            })
    void listsAreRead(String command, String algorithms, EntryForm form) throws Exception {
        List<String> wanted = Arrays.asList(algorithms.split(" ", -1));
        Collection<String> names = command.startsWith("rhash ") ? WITHOUT_BACKSLASH : NastyFiles.ONE_LINE;

        Listing listing = listing(ALL, command, wanted.get(0), names);

        assertThat(listing.problems()).isEmpty();
        assertThat(listing.entries()).extracting(ListEntry::form).contains(form);
        assertThat(digests(listing)).isEqualTo(digests(names, wanted));
    }

    @Test
    void ofAllThatRhashWritesWhatIsUnknownHereIsReportedAndTheRestIsRight() throws Exception {
        Listing listing = listing(ALL, "rhash --all --bsd --", "CRC32", List.of("a", "b c"));

        assertThat(listing.problems()).extracting(ListProblem::kind).containsOnly(Kind.UNKNOWN_ALGORITHM);
        Map<String, Map<BytePath, Digest>> digests = digests(listing);
        assertThat(digests.keySet()).contains("MD4", "TIGER", "WHIRLPOOL", "RIPEMD160", "SHA3-384", "CRC32C");
        assertThat(digests).isEqualTo(digests(List.of("a", "b c"), digests.keySet()));
    }

    @Test
    void aListWithinASignatureOfSignifyIsReadAndItsSignatureMentioned() throws Exception {
        Shell.require("signify-openbsd");
        String sign = "signify-openbsd -G -n -p ../key.pub -s ../key.sec && sha256sum --tag -- ./* > ../SUMS"
                + " && signify-openbsd -S -s ../key.sec -m ../SUMS -e -x ../SUMS.sig && cat ../SUMS.sig ; true";

        Listing listing = listing(Listing.ALGORITHMS, sign, "SHA-256", NastyFiles.ONE_LINE);

        assertThat(listing.problems()).extracting(ListProblem::kind).containsExactly(Kind.SIGNED);
        assertThat(digests(listing)).isEqualTo(digests(NastyFiles.ONE_LINE, List.of("SHA-256")));
    }

    @Test
    void theXmlOfHashdeepIsNotTakenForAList() throws Exception {
        Listing listing = listing(ALL, "hashdeep -l -d", "SHA-256", List.of("a"));

        assertThat(listing.entries()).isEmpty();
        assertThat(listing.problems()).isNotEmpty();
    }

    /** What the command says of these files, whose names follow it. */
    private Listing listing(Algorithms algorithms, String command, String untagged, Collection<String> names)
            throws IOException, InterruptedException {
        Shell.require(command.substring(0, command.indexOf(' ')));
        NastyFiles.create(shell, names);
        Shell.Result result = shell.run(command + " ./*");
        assertThat(result.exit()).as(result.errors()).isZero();
        ChecksumListReader reader = ChecksumListReader.ofList(
                algorithms, BytePath.of("SUMS"), algorithms.find(untagged).orElse(null));
        return Listing.of(reader, Listing.bytes(result.output()));
    }

    private static Map<String, Map<BytePath, Digest>> digests(Listing listing) {
        Map<String, Map<BytePath, Digest>> digests = new TreeMap<>();
        for (ListEntry entry : listing.entries()) {
            digests.computeIfAbsent(entry.algorithm().name(), first -> new HashMap<>())
                    .put(plain(entry.name()), entry.digest());
        }
        return digests;
    }

    private static Map<String, Map<BytePath, Digest>> digests(Collection<String> names, Collection<String> algorithms) {
        Map<String, Map<BytePath, Digest>> digests = new TreeMap<>();
        for (String name : algorithms) {
            Algorithm algorithm =
                    name.equals("SIZE") ? Algorithms.SIZE : ALL.ofLists(name).orElseThrow();
            digests.put(name, NastyFiles.digests(names, algorithm));
        }
        return digests;
    }

    private static BytePath plain(BytePath name) {
        byte[] bytes = name.toBytes();
        return bytes[0] == '.' && bytes[1] == '/' ? name.slice(2, bytes.length) : name;
    }
}
