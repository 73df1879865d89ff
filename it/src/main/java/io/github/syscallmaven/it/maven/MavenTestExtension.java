package io.github.syscallmaven.it.maven;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link MavenTest} once per combination and hands it a {@link MavenBuild} of its own. */
final class MavenTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method test = context.getRequiredTestMethod();
        return Combination.forTest(test.getName(), test.getAnnotation(MavenTest.class)).stream()
                .map(Invocation::new);
    }

    private record Invocation(Combination combination) implements TestTemplateInvocationContext, ParameterResolver {

        @Override
        public String getDisplayName(int index) {
            return combination.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == MavenBuild.class;
        }

        /** The store closes the workspace, which deletes it, when the test has ended. */
        @Override
        public MavenBuild resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Workspace workspace = Workspace.create();
            context.getStore(Namespace.create(MavenTestExtension.class)).put(parameter.getIndex(), workspace);
            return new MavenBuild(combination, workspace);
        }
    }
}
