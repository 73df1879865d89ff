package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the files in a tree are sidecars: each that looks like one is verified or reported, and nothing else is. */
class SidecarRecognitionTest {
    /** Of {@code alpha} and LF. */
    private static final String SHA256 = "b6a98d9ce9a2d9149288fa3df42d377c3e42737afdcdaf714e33c0a100b51060";

    private static final String SHA1 = "d046cd9b7ffb7661e449683313d41f6fc33e3130";

    @TempDir
    Path folder;

    private final List<Verdict> verdicts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {".sha257", ".sha256x", ".mychecksum", ".md5-base64", ".xxh128-le"})
    void whatLooksLikeASidecarAndIsNoneThatIsKnownIsAFailureAlsoWhenLenient(String suffix) throws IOException {
        write("a.jar", "alpha\n");
        write("a.jar" + suffix, SHA256);
        write("b.jar", "alpha\n");
        write("b.jar.sha256", SHA256);

        VerificationCounts report = verify(new Leniency(false, true, false, true));

        assertThat(report.failing()).containsExactly(Status.NOT_A_LIST);
        assertThat(verdicts.get(0).what())
                .contains("looks like a sidecar of 'a.jar'")
                .contains("is of no known kind");
        assertThat(verdicts.get(0).list()).isEqualTo(BytePath.of("a.jar" + suffix));
    }

    @ParameterizedTest
    @ValueSource(strings = {".blake2b512", ".b2", ".xxh64", ".sm3", ".whirlpool", ".b3sum"})
    void aSidecarOfAnAlgorithmThatIsNotAvailableFailsAlsoWhenLenient(String suffix) throws IOException {
        write("a.jar", "alpha\n");
        write("a.jar" + suffix, SHA256);
        write("b.jar", "alpha\n");
        write("b.jar.sha256", SHA256);

        VerificationCounts report = verify(new Leniency(true, true, false, true));

        assertThat(report.failing()).containsExactly(Status.EMPTY);
        assertThat(verdicts.get(0).what()).contains("which is not available here");
    }

    @Test
    void aTreeWithoutSidecarsFailsAndSaysSo() throws IOException {
        write("a.jar", "alpha\n");

        VerificationCounts report = verify(new Leniency(false, false, false, true));

        assertThat(report.failing()).containsExactly(Status.NOTHING_VERIFIED);
        assertThat(verdicts.get(0)).hasToString("nothing verified, there is no sidecar of a file that exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.sum", "a.hash", "a.checksum", "a.sha", "a.digest"})
    void whatOnlyHasANameLikeOneIsPassedOver(String name) throws IOException {
        write("b.jar", "alpha\n");
        write("b.jar.sha256", SHA256);
        for (String content : List.of(
                "example.com/x v1.0.0 h1:YtB5HSL4ce9LTo9voTdAkfbVQLpePpvCOw5v0uPWU0=\n",
                SHA1,
                "commit " + SHA1,
                "sha256:" + SHA256,
                "",
                "\0\1\2\3\4\5\6\7")) {
            write(name, content);

            VerificationCounts report = verify(Leniency.DEFAULT);

            assertThat(report.failures()).as(content).isZero();
            assertThat(report.count(Status.OK)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.sum", "a.hash", "a.checksum", "a.sha", "a.digest"})
    void besideAFileItIsASidecarOrAFailure(String name) throws IOException {
        write("a", "alpha\n");
        write(name, SHA256);
        assertThat(verify(Leniency.DEFAULT)).hasToString("1 ok");
        write(name, SHA256.replace('b', 'c'));
        assertThat(verify(Leniency.DEFAULT).failing()).containsExactly(Status.MISMATCH);
        write(name, "commit message");
        assertThat(verify(Leniency.DEFAULT).failing()).contains(Status.EMPTY);
    }

    @Test
    void aListUnderSuchANameIsVerified() throws IOException {
        write("d/a.jar", "alpha\n");
        write("d/b.jar", "beta\n");
        write("d/artifacts-checksums.sha", SHA256 + " *a.jar\n" + SHA256 + " *b.jar\n");

        assertThat(verify(Leniency.DEFAULT)).hasToString("1 ok, 1 mismatch");
    }

    @Test
    void aSidecarMayHaveSeveralDigestsOfItsFile() throws IOException {
        write("a.jar", "alpha\n");
        write("a.jar.checksum", "SHA1 (/home/me/a.jar) = " + SHA1 + "\nSHA256 (/home/me/a.jar) = " + SHA256 + "\n");
        write("b.jar", "alpha\n");
        write("b.jar.cksum", "3650393976 6 /home/me/b.jar\n");

        VerificationCounts report = verify(Leniency.DEFAULT);

        assertThat(report.failures()).isZero();
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.status() == Status.OK)
                .hasSize(4);
    }

    @Test
    void aSignatureOfASidecarIsNoSidecar() throws IOException {
        write("a.jar", "alpha\n");
        write("a.jar.sha256", SHA256);
        write("a.jar.sha256.asc", "-----BEGIN PGP SIGNATURE-----\n");

        assertThat(verify(Leniency.DEFAULT)).hasToString("1 ok");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private VerificationCounts verify(Leniency leniency) throws IOException {
        verdicts.clear();
        BytePath base = BytePath.of(folder.toString());
        VerificationRequest request = new VerificationRequest(
                base,
                base,
                List.of(),
                new VerificationRequest.SidecarSearch(PathFilter.ALL, PathFilter.ALL),
                null,
                leniency,
                null,
                List.of());
        HashingOptions hashing = new HashingOptions(1, false, progress -> {}, System::nanoTime);
        return new ChecksumVerification(FilesIo.real(), hashing, Listing.ALGORITHMS, verdicts::add)
                .run(List.of(request));
    }
}
