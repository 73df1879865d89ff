package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.maven.TestProject;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BooleanParametersTest {
    private final MavenSession session = TestProject.session(Path.of(""), false);
    private final MojoExecution goal = TestProject.execution("read-checksums", "default");
    private final BooleanParameters parameters = new BooleanParameters(session, goal);
    private final Xpp3Dom audit = new Xpp3Dom("audit");

    @BeforeEach
    void configure() throws Exception {
        Parameter parameter = new Parameter();
        parameter.setName("audit");
        parameter.setType("boolean");
        Parameter other = new Parameter();
        other.setName("sumsFile");
        other.setType("java.io.File");
        goal.getMojoDescriptor().setParameters(List.of(parameter, other));
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(audit);
        Xpp3Dom file = new Xpp3Dom("sumsFile");
        file.setValue("yes");
        configuration.addChild(file);
        goal.setConfiguration(configuration);
    }

    @Test
    void aWordThatMavenWouldTakeForFalseIsRefused() {
        audit.setValue("yes");

        assertFails("yes");
    }

    @Test
    void soIsThatOfAProperty() {
        audit.setValue("${syscall.audit}");
        session.getRequest().getUserProperties().setProperty("syscall.audit", "ture");
        session.getSystemProperties().setProperty("syscall.audit", "ture");

        assertFails("ture");
    }

    private void assertFails(String word) {
        assertThatThrownBy(parameters::requireWords)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("<audit> (-Dsyscall.audit) is '" + word + "'; allowed are 'true', 'false'.");
    }

    @Test
    void trueAndFalseAreWordsInEitherCaseAndNothingIsTheDefault() throws Exception {
        parameters.requireWords();
        audit.setValue("${syscall.audit}");
        parameters.requireWords();
        audit.setValue("True");
        parameters.requireWords();
        audit.setValue("false");
        parameters.requireWords();
    }
}
