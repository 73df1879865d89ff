package io.github.syscallmaven.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
    @ParameterizedTest
    @CsvSource({
        "org/example/lib/1.0/lib-1.0.jar, org.example:lib:jar:1.0, false",
        "junit/junit/4.13/junit-4.13.pom, junit:junit:pom:4.13, false",
        "g/a/1/a-1-sources.jar, g:a:jar:sources:1, false",
        "g/a/1/a-1-linux-x86_64.tar.gz, g:a:tar.gz:linux-x86_64:1, false",
        "g/a/1/a-1.tar.gz, g:a:tar.gz:1, false",
        "g/a/1/a-1-jdk1.5.jar, g:a:jar:jdk1.5:1, false",
        "g/a/1/a-1, g:a::1, false",
        "g/a/1-SNAPSHOT/a-1-SNAPSHOT.jar, g:a:jar:1-SNAPSHOT, true",
        "g/a/1-SNAPSHOT/a-1-20261126.063500-12.jar, g:a:jar:1-20261126.063500-12, true",
        "g/a/1-SNAPSHOT/a-1-20261126.063500-12-tests.jar, g:a:jar:tests:1-20261126.063500-12, true",
    })
    void aPathAndItsCoordinatesSayTheSame(String path, String coordinates, boolean snapshot) {
        Coordinates parsed = Coordinates.ofPath(path).orElseThrow();
        assertThat(parsed).hasToString(coordinates);
        assertThat(parsed.path()).isEqualTo(path);
        assertThat(parsed.isSnapshot()).isEqualTo(snapshot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a-1.jar",
                "a/1/a-1.jar",
                "g/a/1/b-1.jar",
                "g/a/1/a-2.jar",
                "g/a/1/a-1x.jar",
                "g/a/1/a-1-.jar",
                "/g/a/1/a-1.jar",
                "g//a/1/a-1.jar",
                "g/../a/1/a-1.jar",
                "g/a/1/a-1.jar/",
                "g/a/1-SNAPSHOT/a-2-20261126.063500-12.jar",
            })
    void whatNoRepositoryHasIsNoPath(String path) {
        assertThat(Coordinates.ofPath(path)).isEmpty();
    }
}
