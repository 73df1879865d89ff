package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.trust.TrustFinding.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReviewTest {
    private static final String HASH = "a".repeat(64);

    private static TrustedChecksumsFile file(String... lines) {
        return TrustedChecksumsFile.parse((String.join("\n", lines) + "\n").getBytes(UTF_8), TrustedAlgorithm.SHA_256);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatHasNoLineIsNamedAndFailsWhereMavenFails(boolean isFailingIfMissing) {
        List<TrustFinding> findings = FileReview.completeness(
                file(HASH + "  g/a/1/a-1.jar"), Set.of("g/a/1/a-1.jar", "g/b/1/b-1.pom"), isFailingIfMissing);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NOT_LISTED);
            assertThat(finding.subject()).isEqualTo("g/b/1/b-1.pom");
            assertThat(finding.isFailure()).isEqualTo(isFailingIfMissing);
        });
    }

    @Test
    void whatNothingResolvesIsNoFailure() {
        List<TrustFinding> findings = FileReview.completeness(
                file(HASH + "  g/a/1/a-1.jar", HASH + "  g/a/2/a-2.jar"), Set.of("g/a/2/a-2.jar"), true);
        assertThat(findings).containsExactly(new TrustFinding(Kind.UNUSED, false, "g/a/1/a-1.jar", 1, ""));
    }

    @Test
    void onlyWhatMavenMisunderstandsIsAFailure() {
        List<TrustFinding> findings = FileReview.form(
                file(HASH + "  g/b/1/b-1.jar", HASH + "  g/a/1/a-1.jar", HASH + " g/c/1/c-1.jar", "<<<<<<< HEAD"));
        assertThat(findings)
                .extracting(TrustFinding::line, TrustFinding::kind, TrustFinding::isFailure)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Kind.NOTE, false),
                        org.assertj.core.groups.Tuple.tuple(3, Kind.MALFORMED, true),
                        org.assertj.core.groups.Tuple.tuple(4, Kind.MALFORMED, true));
    }
}
