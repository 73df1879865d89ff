package io.github.syscallmaven.testing.maven;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.syscallmaven.mojo.GoalRun;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** What Maven does for a goal: gives its parameters their defaults. The annotations are in the class files only. */
public final class GoalDefaults {
    private static final Map<Class<?>, Map<Field, String>> KNOWN = new ConcurrentHashMap<>();

    private GoalDefaults() {}

    /** Sets the parameters that a user can set to their defaults. */
    public static <M extends Mojo> M set(M goal) throws ReflectiveOperationException {
        for (Map.Entry<Field, String> parameter : parameters(goal.getClass()).entrySet()) {
            Field field = parameter.getKey();
            String value = parameter.getValue();
            if (!value.isEmpty()) {
                field.setAccessible(true);
                field.set(goal, converted(field, value));
            }
        }
        return goal;
    }

    /** Sets one parameter, whatever package its goal is in. */
    public static void set(Mojo goal, String name, Object value) throws ReflectiveOperationException {
        Field field = field(goal.getClass(), name);
        field.setAccessible(true);
        field.set(goal, value);
    }

    /** The field of this class, as its own class loader has it, or of the next class above. */
    private static Field field(Class<?> type, String name) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseGet(() -> field(type.getSuperclass(), name));
    }

    private static Object converted(Field field, String value) {
        if (field.getType() == boolean.class) {
            return Boolean.valueOf(value);
        }
        if (field.getType() == int.class) {
            return Integer.valueOf(value);
        }
        return field.getType() == List.class ? List.of(value.split(",")) : value;
    }

    /** All goals but the generated help. */
    public static List<Class<?>> goals() {
        return new ClassFileImporter()
                .importPackagesOf(GoalRun.class).stream()
                        .filter(type -> type.isAnnotatedWith(org.apache.maven.plugins.annotations.Mojo.class))
                        .filter(type -> !type.getSimpleName().equals("HelpMojo"))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    /** The parameters that a user can set, and their defaults as they are declared; empty for none. */
    public static Map<Field, String> parameters(Class<?> goal) {
        return KNOWN.computeIfAbsent(goal, GoalDefaults::read);
    }

    private static Map<Field, String> read(Class<?> goal) {
        Class<?>[] withInherited = Stream.<Class<?>>iterate(goal, type -> type != Object.class, Class::getSuperclass)
                .toArray(Class<?>[]::new);
        return new ClassFileImporter()
                .importClasses(withInherited).get(goal).getAllFields().stream()
                        .filter(field -> field.isAnnotatedWith(Parameter.class))
                        .filter(field ->
                                !(boolean) annotation(field).get("readonly").orElse(false))
                        .collect(Collectors.toMap(field -> field(goal, field.getName()), field ->
                                (String) annotation(field).get("defaultValue").orElse("")));
    }

    private static JavaAnnotation<JavaField> annotation(JavaField field) {
        return field.getAnnotationOfType(Parameter.class.getName());
    }
}
