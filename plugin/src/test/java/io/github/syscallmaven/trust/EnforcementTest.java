package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.trust.TrustFinding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnforcementTest {
    private static final TrustPolicy POLICY =
            new TrustPolicy(TrustPolicy.DEFAULT_FOLDER, List.of(TrustedAlgorithm.SHA_256), true);

    private static final String PREFIX = "aether.artifactResolver.postProcessor.trustedChecksums.";
    private static final String RECORD = PREFIX + "record";

    private final Map<String, String> effective = new HashMap<>();
    private final Map<String, String> user = new HashMap<>();
    private final Map<String, Map<String, String>> profiles = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private String jvmConfig = "";
    private String commandLine = "";
    private String config = "";

    EnforcementTest() {
        for (TrustSetting setting : TrustSetting.values()) {
            config += setting.line(POLICY) + "\n";
            user(setting.property(), setting.required(POLICY).replace("${session.rootDirectory}", "/project"));
        }
        config += "-C\n";
    }

    private void user(String property, String value) {
        user.put(property, value);
        effective.put(property, value);
    }

    /** As if the line did not stand in maven.config. */
    private void unset(TrustSetting setting) {
        config = config.replace(setting.line(POLICY) + "\n", "");
        user.remove(setting.property());
        effective.remove(setting.property());
    }

    private Enforcement enforcement() {
        return new Enforcement(new SessionSettings(
                effective,
                user,
                profiles,
                MavenConfig.parse(config.getBytes(UTF_8)),
                jvmConfig,
                environment,
                commandLine,
                "/project"));
    }

    private List<TrustFinding> wrong() {
        return enforcement().findings().stream()
                .filter(finding -> finding.kind() != Kind.FINE)
                .toList();
    }

    private TrustFinding onlyWrong() {
        assertThat(wrong()).hasSize(1);
        return wrong().get(0);
    }

    @Test
    void whatTheOtherGoalWritesIsFine() {
        assertThat(wrong()).isEmpty();
        assertThat(enforcement().findings())
                .hasSameSizeAs(TrustSetting.values())
                .first()
                .hasToString("TrustFinding[kind=FINE, isFailure=false,"
                        + " subject=aether.trustedChecksumsSource.summaryFile, line=0,"
                        + " what=is 'true', set by .mvn/maven.config, line 1]");
        assertThat(enforcement().folder()).contains("/project/.mvn/checksums");
        assertThat(enforcement().algorithms()).containsExactly(TrustedAlgorithm.SHA_256);
        assertThat(enforcement().isFailingIfMissing()).isTrue();
        assertThat(enforcement().isRecording()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSettingThatNothingPinsIsNotEnforced(TrustSetting setting) {
        unset(setting);
        assertThat(onlyWrong().kind()).isEqualTo(Kind.NOT_ENFORCED);
        assertThat(onlyWrong().isFailure()).isTrue();
        assertThat(onlyWrong().subject()).isEqualTo(setting.property());
        assertThat(onlyWrong().what()).startsWith("is '" + setting.fallback() + "', set by nothing");
    }

    @Test
    void whatOnlyTheCommandLineSetsProtectsNobodyElse() {
        unset(TrustSetting.ENFORCED);
        user(TrustSetting.ENFORCED.property(), "true");
        commandLine = "Launcher -D" + TrustSetting.ENFORCED.property() + "=true verify";
        assertThat(onlyWrong().what())
                .isEqualTo("is 'true', set by the command line and not by .mvn/maven.config, so that other sessions may"
                        + " have another value");
    }

    @Test
    void whatTheCommandLineSetsOverTheProjectIsNamed() {
        user(RECORD, "true");
        commandLine = "Launcher -D" + RECORD + "=true verify";
        assertThat(onlyWrong().what())
                .isEqualTo("is 'true', set by the command line, so that Resolver records what it finds instead of"
                        + " comparing it"
                        + "; .mvn/maven.config has 'false'");
        assertThat(enforcement().isRecording()).isTrue();
    }

    @Test
    void aWrongLineStaysWrongWhenTheCommandLineCorrectsIt() {
        config = config.replace(RECORD + "=false", RECORD + "=true");
        commandLine = "-D" + RECORD + "=false";
        assertThat(onlyWrong().what())
                .isEqualTo("is 'false', set by the command line; .mvn/maven.config has 'true', so that Resolver"
                        + " records what it finds instead of comparing it");
    }

    @ParameterizedTest
    @CsvSource({
        "profile, the profile 'x' of the settings",
        "MAVEN_OPTS, MAVEN_OPTS",
        "jvm.config, .mvn/jvm.config",
        "other, a system property of the JVM",
    })
    void whatSwitchesRecordingOnIsTold(String where, String told) {
        unset(TrustSetting.RECORD);
        effective.put(RECORD, "true");
        switch (where) {
            case "profile" -> profiles.put("x", Map.of(RECORD, "true"));
            case "MAVEN_OPTS" -> environment.put("MAVEN_OPTS", "-Xmx1g -D" + RECORD + "=true");
            case "jvm.config" -> jvmConfig = "-D" + RECORD + "=true";
            default -> profiles.put("y", Map.of(RECORD, "false"));
        }
        assertThat(onlyWrong().what()).startsWith("is 'true', set by " + told + ", so that Resolver records");
    }

    @Test
    void whatMavenArgsOrAUserFileSetIsTold() {
        user(RECORD, "true");
        assertThat(onlyWrong().what()).startsWith("is 'true', set by the command line or a maven-user.properties, so");
        environment.put("MAVEN_ARGS", "-D" + RECORD);
        assertThat(onlyWrong().what()).startsWith("is 'true', set by MAVEN_ARGS, so");
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true"})
    void thatMissingLinesAreToleratedIsTheProjectsChoice(String value, boolean failing) {
        config = config.replace("failIfMissing=true", "failIfMissing=false");
        user(TrustSetting.FAIL_IF_MISSING.property(), value);
        assertThat(enforcement().isFailingIfMissing()).isEqualTo(failing);
        assertThat(wrong()).hasSize(failing ? 0 : 1).noneMatch(TrustFinding::isFailure);
    }

    @Test
    void missingLinesThatOnlyThisSessionToleratesAreAFailure() {
        user(TrustSetting.FAIL_IF_MISSING.property(), "false");
        assertThat(onlyWrong().what()).endsWith("not refused; .mvn/maven.config has 'true'");
    }

    @ParameterizedTest
    @CsvSource({
        "basedir, .mvn/checksums, is relative",
        "basedir, .checksums, is relative",
        "checksumAlgorithms, SHA-1, has to be SHA-256",
        "checksumAlgorithms, 'SHA-1,SHA-256', has to be SHA-256",
    })
    void aValueThatResolverTakesOtherwiseIsWrong(String end, String value, String why) {
        TrustSetting setting = end.equals("basedir") ? TrustSetting.FOLDER : TrustSetting.ALGORITHMS;
        String before = setting.line(POLICY);
        config = config.replace(before, before.substring(0, before.indexOf('=') + 1) + value);
        user(setting.property(), value);
        assertThat(onlyWrong().what())
                .contains("set by .mvn/maven.config, line")
                .contains(why);
    }

    @Test
    void twoAlgorithmsMeanTwoFiles() {
        config = config.replace("SHA-256", "SHA-512,SHA-256");
        user(TrustSetting.ALGORITHMS.property(), "SHA-512,SHA-256");
        assertThat(wrong()).isEmpty();
        assertThat(enforcement().algorithms()).containsExactly(TrustedAlgorithm.SHA_256, TrustedAlgorithm.SHA_512);
    }

    @Test
    void pluginsMustNotBeLeftOut() {
        config += "-D" + PREFIX + "scope=project\n";
        user(PREFIX + "scope", "project");
        assertThat(onlyWrong().what()).contains("leaves plugins out").contains("line 9");
    }

    @Test
    void thatDownloadsAreNotStrictIsARemark() {
        config = config.replace("-C\n", "");
        assertThat(onlyWrong().isFailure()).isFalse();
    }

    @Test
    void ourOptionsOnOneLineWithOthersAreWrong() {
        config += "-B -D" + RECORD + "=false\n";
        assertThat(onlyWrong().what()).startsWith("line 9 holds several options");
    }
}
