package io.github.syscallmaven.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CombinationTest {

    private final List<MavenHome> mavens = Stream.of("3.6.3", "3.9.16", "4.0.0")
            .map(version -> new MavenHome(Path.of("apache-maven-" + version)))
            .toList();
    private final List<Jdk> jdks = Stream.of("17.0.15", "25")
            .map(version -> new Jdk(Path.of("jdk-" + version), version))
            .toList();

    @Test
    void eachMavenAndEachJdkHasItsTurnInEveryTest() {
        for (int shift : new int[] {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE - 1}) {
            List<Combination> combinations = Combination.each(mavens, jdks, shift);
            assertThat(combinations).extracting(Combination::maven).containsExactlyElementsOf(mavens);
            assertThat(combinations).extracting(Combination::jdk).containsAll(jdks);
        }
    }

    @Test
    void testsOfDifferentShiftsTogetherSeeEveryPair() {
        assertThat(IntStream.range(0, 2).boxed().flatMap(shift -> Combination.each(mavens, jdks, shift).stream()))
                .containsExactlyInAnyOrderElementsOf(Combination.all(mavens, jdks));
    }

    @Test
    void moreJdksThanMavensAreAllCovered() {
        assertThat(Combination.each(mavens.subList(0, 1), jdks, 0))
                .extracting(Combination::toString)
                .containsExactly("Maven 3.6.3, JDK 17.0.15", "Maven 3.6.3, JDK 25");
    }
}
