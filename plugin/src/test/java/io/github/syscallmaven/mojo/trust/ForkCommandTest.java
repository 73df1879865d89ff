package io.github.syscallmaven.mojo.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

class ForkCommandTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @SuppressWarnings("deprecation") // There is no constructor that is not deprecated.
    private List<String> command(String version) {
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        return new ForkCommand(session, "/maven", version, Set.of("syscall.dryRun"))
                .of(List.of("-Drecord=true"), List.of("verify"));
    }

    @Test
    void aPlainBuildNeedsNothingMore() {
        request.setUserSettingsFile(new File(System.getProperty("user.home"), ".m2/settings.xml"));
        request.setGlobalSettingsFile(new File("/maven/conf/settings.xml"));
        assertThat(command("3.9.16"))
                .containsExactly("/maven/bin/mvn", "--batch-mode", "--fail-fast", "-Drecord=true", "verify");
    }

    @Test
    void whatTheUserGaveGoesAlongAndOursComesLast() {
        request.setPom(new File("/app/other.xml"));
        request.setUserSettingsFile(new File("/ci/settings.xml"));
        request.setGlobalSettingsFile(new File("/ci/global.xml"));
        request.setUserToolchainsFile(new File("/ci/toolchains.xml"));
        request.setOffline(true);
        request.setUpdateSnapshots(true);
        request.setDegreeOfConcurrency(4);
        request.addActiveProfile("ci").addInactiveProfile("slow");
        request.getUserProperties().setProperty("record", "false");
        request.getUserProperties().setProperty("name", "a b");
        request.getUserProperties().setProperty("syscall.dryRun", "true");
        request.getUserProperties().setProperty("session.rootDirectory", "/app");
        assertThat(command("3.10.0"))
                .containsExactly(
                        "/maven/bin/mvn",
                        "--batch-mode",
                        "--fail-fast",
                        "--file",
                        "/app/other.xml",
                        "--settings",
                        "/ci/settings.xml",
                        "--global-settings",
                        "/ci/global.xml",
                        "--toolchains",
                        "/ci/toolchains.xml",
                        "--offline",
                        "--update-snapshots",
                        "--threads",
                        "4",
                        "--activate-profiles",
                        "ci,!slow",
                        "-Dname=a b",
                        "-Drecord=false",
                        "-Drecord=true",
                        "verify");
    }

    @Test
    void maven4IsNotAskedToRefuseProfilesOfTheSettings() {
        request.addActiveProfile("ci").addInactiveProfile("slow");
        assertThat(command("4.0.0-rc-6")).contains("?ci,!?slow");
    }
}
