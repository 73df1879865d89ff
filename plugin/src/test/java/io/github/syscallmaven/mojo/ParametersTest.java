package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.mojo.checksum.ReadChecksumsMojo;
import io.github.syscallmaven.mojo.checksum.WriteChecksumsMojo;
import io.github.syscallmaven.mojo.info.WriteInfoMojo;
import io.github.syscallmaven.mojo.parameter.SharedParameters;
import io.github.syscallmaven.mojo.parameter.SyscallMojo;
import io.github.syscallmaven.testing.maven.GoalDefaults;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter of every goal, one at a time: the others are at their defaults, so that many have no effect. */
class ParametersTest {
    private static final String UNKNOWN = "${no.such.property}";

    @TempDir
    Path folder;

    static Stream<Arguments> wrongValues() {
        List<Class<?>> goals = GoalDefaults.goals();
        assertThat(goals).contains(WriteInfoMojo.class, WriteChecksumsMojo.class, ReadChecksumsMojo.class);
        return goals.stream()
                .flatMap(goal -> GoalDefaults.parameters(goal).keySet().stream()
                        .flatMap(field -> wrong(field)
                                .map(value ->
                                        Arguments.of(goal.getSimpleName(), field.getName(), goal, field, value))));
    }

    private static Stream<Object> wrong(Field field) {
        Class<?> type = field.getType();
        if (type == boolean.class) {
            return Stream.of();
        }
        if (type == int.class || type == Integer.class) {
            return Stream.of(-1);
        }
        if (type == String.class) {
            return Stream.of(UNKNOWN);
        }
        if (type == File.class) {
            return Stream.of(new File(UNKNOWN));
        }
        if (type == Map.class) {
            return Stream.of(Map.of("git.branch", UNKNOWN));
        }
        assertThat(type).isEqualTo(List.class);
        return switch (((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0].getTypeName()) {
            case "java.lang.String" -> Stream.of(Arrays.asList(null, "a"), List.of(",a"), List.of(UNKNOWN));
            case "java.io.File" ->
                Stream.of(Arrays.asList(new File("a"), null), List.of(new File("a"), new File(UNKNOWN)));
            default -> Stream.of(Arrays.asList((Object) null));
        };
    }

    @ParameterizedTest(name = "{0} {1} {4}")
    @MethodSource("wrongValues")
    void aWrongValueFailsAtOnceAndIsNamed(
            String name, String parameter, Class<? extends AbstractMojo> type, Field field, Object value)
            throws Exception {
        AbstractMojo goal = goal(type);
        GoalDefaults.set(goal, field.getName(), value);

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .message()
                .startsWith("<" + parameter + ">" + (hasProperty(field) ? " (-Dsyscall." + parameter + ")" : ""))
                .contains(shown(value));
        assertThat(folder.resolve("target")).isEmptyDirectory();

        SharedParameters.skip((SyscallMojo) goal, true);
        goal.execute();
    }

    private static String shown(Object value) {
        if (value instanceof List<?> items && !items.toString().contains(UNKNOWN)) {
            return " has an empty item; take it out";
        }
        return value instanceof Integer ? " is '-1'" : UNKNOWN;
    }

    private static boolean hasProperty(Field field) {
        return !List.of("fileSets", "additionalProperties", "defaults", "rules").contains(field.getName());
    }

    private AbstractMojo goal(Class<? extends AbstractMojo> type) throws Exception {
        TestProject app = new TestProject(folder.toRealPath(), "jar");
        app.project.getBuild().setOutputDirectory(app.target.resolve("classes").toString());
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        AbstractMojo goal =
                GoalDefaults.set(type.cast(constructor.newInstance(Stream.of(constructor.getParameterTypes())
                        .map(ParametersTest::unused)
                        .toArray())));
        goal.setLog(new RecordingLog());
        MavenSession session = TestProject.session(folder, true);
        session.setProjects(List.of(app.project));
        session.getRequest().setStartTime(Date.from(Instant.EPOCH));
        session.getSystemProperties().setProperty("env.PATH", System.getenv("PATH"));
        SharedParameters.session((SyscallMojo) goal, session);
        SharedParameters.execution((SyscallMojo) goal, TestProject.execution("goal", "default"));
        SharedParameters.project((SyscallMojo) goal, app.project);
        return goal;
    }

    /** A part of Maven that is not asked for anything before all parameters are read. */
    private static Object unused(Class<?> part) {
        return Proxy.newProxyInstance(part.getClassLoader(), new Class<?>[] {part}, (self, method, arguments) -> {
            throw new AssertionError(method + " was called");
        });
    }
}
