package io.github.syscallmaven.checksum.verify.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.checksum.list.name.Fingerprints;
import io.github.syscallmaven.checksum.list.name.ListedNames;
import io.github.syscallmaven.checksum.verify.plan.Survey.Plan;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.list.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final Algorithm MD5 = Listing.ALGORITHMS.named("MD5");
    private static final Algorithm SHA256 = Listing.ALGORITHMS.named("SHA-256");
    private static final Algorithm SHA512 = Listing.ALGORITHMS.named("SHA-512");

    private final ListedNames names = new ListedNames(BytePath.of("/base"), new Fingerprints());
    private final Survey survey = new Survey(names);

    @Test
    void whatIsInOnePlaceIsReadForItself() {
        add("a", SHA256);
        add("a", MD5);
        add("b", SHA256);
        survey.end();

        assertThat(survey.files()).isEqualTo(2);
        assertThat(plan("a", SHA256, MD5)).isEqualTo(new Plan(List.of(SHA256, MD5), List.of()));
        assertThat(plan("b", SHA256)).isEqualTo(new Plan(List.of(SHA256), List.of()));
    }

    @Test
    void theFirstTaskReadsForAllAndKeepsWhatTheOthersNeed() {
        add("a", SHA256);
        add("b", SHA256);
        add("a", SHA512);
        add("a", MD5);
        survey.end();

        assertThat(plan("a", SHA256)).isEqualTo(new Plan(List.of(SHA256, SHA512, MD5), List.of(SHA512, MD5)));
        assertThat(plan("b", SHA256)).isEqualTo(new Plan(List.of(SHA256), List.of()));
        assertThat(plan("a", SHA512, MD5)).isEqualTo(new Plan(List.of(), List.of(SHA512, MD5)));
    }

    @Test
    void whatTheSurveyHasNotSeenIsReadForItself() {
        add("a", SHA256);
        add("b", SHA256);
        add("a", MD5);
        survey.end();

        assertThat(plan("new", SHA512).hash()).containsExactly(SHA512);
        plan("a", SHA256);
        assertThat(plan("a", SHA512)).isEqualTo(new Plan(List.of(SHA512), List.of()));
    }

    @Test
    void aNameThatIsRepeatedVeryOftenIsSeveralTasksAndOneRead() {
        for (int i = 0; i < 3 * TaskCollector.MOST; i++) {
            add("a", SHA256);
        }
        survey.end();

        assertThat(plan("a", SHA256)).isEqualTo(new Plan(List.of(SHA256), List.of(SHA256)));
        assertThat(plan("a", SHA256)).isEqualTo(new Plan(List.of(), List.of(SHA256)));
        assertThat(plan("a", SHA256)).isEqualTo(new Plan(List.of(), List.of(SHA256)));
    }

    @Test
    void digestsThatWaitTakeBoundedMemory() {
        int many = 800_000;
        for (int list = 0; list < 2; list++) {
            for (int i = 0; i < many; i++) {
                add(Integer.toString(i), SHA512);
            }
        }
        survey.end();

        int kept = 0;
        while (!plan(Integer.toString(kept), SHA512).keep().isEmpty()) {
            kept++;
        }
        assertThat(kept).isBetween(many / 2, many - 1);
        assertThat(kept * 64L).isLessThan(64L << 20);
    }

    @Test
    void anInterruptionEndsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> add("a", MD5)).isInstanceOf(ListedSink.Interrupted.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void add(String name, Algorithm algorithm) {
        survey.add(BytePath.of(name), algorithm);
    }

    private Plan plan(String name, Algorithm... wanted) {
        return survey.plan(names.fingerprint(BytePath.of(name)), List.of(wanted));
    }
}
