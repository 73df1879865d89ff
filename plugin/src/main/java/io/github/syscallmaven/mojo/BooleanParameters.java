package io.github.syscallmaven.mojo;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Parameters that are true or false. Maven reads every other word, such as {@code yes}, as false. */
record BooleanParameters(MavenSession session, MojoExecution goal) {
    /** Of this parameter. */
    void requireWord(String name) throws MojoFailureException {
        Xpp3Dom configuration = goal.getConfiguration();
        Xpp3Dom given = configuration == null ? null : configuration.getChild(name);
        String word = given == null ? null : evaluated(given.getValue());
        if (word != null && !word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false")) {
            throw Setting.named(name).wrong(word, "; allowed are 'true', 'false'");
        }
    }

    /** Of all that the goal has. */
    void requireWords() throws MojoFailureException {
        for (Parameter parameter : parameters()) {
            if ("boolean".equals(parameter.getType())) {
                requireWord(parameter.getName());
            }
        }
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = goal.getMojoDescriptor().getParameters();
        return parameters == null ? new ArrayList<>() : parameters;
    }

    /** As Maven itself evaluates it; null for nothing, so that the default holds. */
    private @Nullable String evaluated(@Nullable String value) throws MojoFailureException {
        try {
            Object evaluated =
                    value == null ? null : new PluginParameterExpressionEvaluator(session, goal).evaluate(value);
            return evaluated == null ? null : evaluated.toString();
        } catch (ExpressionEvaluationException e) {
            throw new MojoFailureException("'" + value + "' cannot be evaluated: " + e.getMessage(), e);
        }
    }
}
