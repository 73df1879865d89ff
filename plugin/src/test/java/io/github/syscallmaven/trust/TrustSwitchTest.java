package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustSwitchTest {
    private static final TrustPolicy POLICY =
            new TrustPolicy(TrustPolicy.DEFAULT_FOLDER, List.of(TrustedAlgorithm.SHA_256), true);

    private static final String RECORD = "-Daether.artifactResolver.postProcessor.trustedChecksums.record";

    private static MavenConfig config(String text) {
        return MavenConfig.parse(text.getBytes(UTF_8));
    }

    private static TrustSwitch of(String config) {
        return TrustSwitch.of(config(config), POLICY);
    }

    private static String text(MavenConfig config) {
        return new String(config.bytes(), UTF_8);
    }

    @Test
    void anEmptyFileNeedsEightLines() {
        assertThat(of("").missing())
                .containsExactly(
                        "-Daether.trustedChecksumsSource.summaryFile=true",
                        "-Daether.trustedChecksumsSource.summaryFile.basedir="
                                + "${session.rootDirectory}/.mvn/checksums",
                        "-Daether.trustedChecksumsSource.summaryFile.originAware=false",
                        "-Daether.artifactResolver.postProcessor.trustedChecksums=true",
                        "-Daether.artifactResolver.postProcessor.trustedChecksums.checksumAlgorithms=SHA-256",
                        "-Daether.artifactResolver.postProcessor.trustedChecksums.failIfMissing=true",
                        "-Daether.artifactResolver.postProcessor.trustedChecksums.record=false",
                        "--strict-checksums");
    }

    @Test
    void whatIsAddedIsAllThatWasMissing() {
        MavenConfig before = config("-T\n1C\n--fail-at-end");
        MavenConfig after = before.with(TrustSwitch.of(before, POLICY).missing());
        assertThat(text(after)).startsWith("-T\n1C\n--fail-at-end\n-Daether").endsWith("\n--strict-checksums\n");
        assertThat(TrustSwitch.of(after, POLICY)).isEqualTo(new TrustSwitch(List.of(), List.of()));
    }

    @Test
    void bytesThatAreNotUtf8AndLineEndsOfOthersStay() {
        byte[] bytes = {'-', 'D', 'a', '=', (byte) 0xe4, '\r', '\n'};
        MavenConfig after = MavenConfig.parse(bytes).with(List.of("-C"));
        assertThat(after.bytes()).containsExactly('-', 'D', 'a', '=', (byte) 0xe4, '\r', '\n', '-', 'C', '\n');
    }

    @ParameterizedTest
    @ValueSource(strings = {"=false", "=FALSE", "=true\n" + RECORD + "=false"})
    void aSettingThatStandsThereIsNotAddedAgain(String end) {
        TrustSwitch change = of(RECORD + end + "\n");
        assertThat(change.missing()).hasSize(7).noneMatch(line -> line.contains(".record"));
        assertThat(change.obstacles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        RECORD + "=true,true",
        RECORD + ",true",
        RECORD + "=,''",
        "'" + RECORD + "=false ','false '",
        "'--define=aether.artifactResolver.postProcessor.trustedChecksums.record=yes',yes",
        "'-D\naether.artifactResolver.postProcessor.trustedChecksums.record=true',true",
        "'--define\naether.artifactResolver.postProcessor.trustedChecksums.record=true',true",
    })
    void aSettingThatSaysOtherwiseIsAnObstacle(String config, String value) {
        int line = config.contains("\n") ? 2 : 1;
        assertThat(of(config + "\n").obstacles())
                .containsExactly("line " + line + " sets aether.artifactResolver.postProcessor.trustedChecksums.record"
                        + " to '" + value + "', which has to be 'false'");
    }

    @Test
    void severalOptionsOnOneLineAreAnObstacleWhenOursAreAmongThem() {
        assertThat(of("-T 1C -B\n").obstacles()).isEmpty();
        assertThat(of("# " + RECORD + "=false -B\n-B " + RECORD + "=false\n").obstacles())
                .containsExactly("line 2 holds several options; since Maven 3.9 all but the first are a part of its"
                        + " value. Give each option a line of its own");
    }

    @Test
    void missingLinesMayBeToleratedByTheProject() {
        assertThat(of("-Daether.artifactResolver.postProcessor.trustedChecksums.failIfMissing=false\n")
                        .obstacles())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SHA-256, true", "'SHA-512, SHA-256', true", "SHA-1, false"})
    void moreAlgorithmsThanNeededWillDo(String algorithms, boolean fine) {
        assertThat(of("-Daether.artifactResolver.postProcessor.trustedChecksums.checksumAlgorithms=" + algorithms)
                        .obstacles()
                        .isEmpty())
                .isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({
        "3.6.3, false",
        "3.8.7, false",
        "3.9.3, false",
        "3.9.4, true",
        "3.9.16, true",
        "3.10.0-rc-1, true",
        "3.10.0, true",
        "4.0.0-rc-6, true",
        "unknown, false",
    })
    void theVersionsThatEnforceAreKnown(String version, boolean enforces) {
        assertThat(EnforcingMaven.enforces(version)).isEqualTo(enforces);
    }
}
