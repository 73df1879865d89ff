package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustUpdateTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    private static TrustedChecksumsFile file(String text) {
        return TrustedChecksumsFile.parse(text.getBytes(UTF_8), TrustedAlgorithm.SHA_256);
    }

    private static Map<String, String> recorded(String... paths) {
        Map<String, String> recorded = new HashMap<>();
        for (String path : paths) {
            recorded.put(path, ONE);
        }
        return recorded;
    }

    private static String text(TrustUpdate update) {
        return new String(update.file().bytes(), UTF_8);
    }

    private static final TrustedChecksumsFile OLD = file(
            ONE + "  g/a/1/a-1.jar\n" + ONE + "  g/a/1/a-1.pom\n" + "# why c\n" + ONE + "  g/c/1/c-1-sources.jar\n");

    @Test
    void whatIsResolvedAsBeforeChangesNothing() {
        TrustUpdate update =
                TrustUpdate.of(OLD, recorded("g/c/1/c-1-sources.jar", "g/a/1/a-1.pom", "g/a/1/a-1.jar"), false);
        assertThat(update.changes()).isEmpty();
        assertThat(update.file().bytes()).isEqualTo(OLD.bytes());
    }

    @Test
    void whatIsNoLongerResolvedGoesAndOnlyThat() {
        TrustUpdate update = TrustUpdate.of(OLD, recorded("g/a/1/a-1.pom", "g/a/1/a-1.jar"), false);
        assertThat(update.changes()).hasToString("[removed g:c 1 (sources.jar)]");
        assertThat(update.changes().get(0).lostComments()).containsExactly("# why c");
        assertThat(text(update)).isEqualTo(ONE + "  g/a/1/a-1.jar\n" + ONE + "  g/a/1/a-1.pom\n");
    }

    @Test
    void whatIsNoLongerResolvedStaysInAMergedFile() {
        TrustUpdate update = TrustUpdate.of(OLD, recorded("g/b/1/b-1.jar"), true);
        assertThat(update.changes()).hasToString("[added   g:b 1 (jar)]");
        assertThat(update.file().entries()).hasSize(4);
    }

    @Test
    void anUpdateIsOneChangeAndKeepsTheComment() {
        TrustUpdate update =
                TrustUpdate.of(OLD, recorded("g/a/2/a-2.jar", "g/a/2/a-2.pom", "g/c/1.1/c-1.1-sources.jar"), false);
        assertThat(update.changes())
                .extracting(Change::toString)
                .containsExactly("updated g:a 1 -> 2 (jar, pom)", "updated g:c 1 -> 1.1 (sources.jar)");
        assertThat(text(update)).endsWith("# why c\n" + ONE + "  g/c/1.1/c-1.1-sources.jar\n");
    }

    @Test
    void severalVersionsAreNoUpdate() {
        TrustUpdate update = TrustUpdate.of(
                file(ONE + "  g/a/1/a-1.jar\n" + ONE + "  g/a/2/a-2.jar\n"), recorded("g/a/3/a-3.jar"), false);
        assertThat(update.changes())
                .extracting(Change::toString)
                .containsExactly("added   g:a 3 (jar)", "removed g:a 1 (jar)", "removed g:a 2 (jar)");
    }

    @Test
    void aKnownArtifactWithAnotherHashIsNoticedInEveryLineOfIt() {
        TrustedChecksumsFile twice = file(TWO + " *g/a/1/a-1.jar\n" + ONE + "  g/a/1/a-1.jar\n");
        assertThat(TrustUpdate.of(twice, recorded("g/a/1/a-1.jar"), false).replaced())
                .containsExactly(new Replaced("g/a/1/a-1.jar", TWO, ONE));
        assertThat(TrustUpdate.of(
                                file(TWO.toUpperCase(java.util.Locale.ROOT) + "  g/a/1/a-1.jar\n"),
                                Map.of("g/a/1/a-1.jar", TWO),
                                true)
                        .replaced())
                .isEmpty();
    }
}
