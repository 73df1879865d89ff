package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.maven.GoalDefaults;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Maven and its help say of the goals. */
class DescriptorTest {
    /** By goal and name of the parameter; without those that Maven itself sets. */
    private static final Map<String, Map<String, Element>> PARAMETERS = new TreeMap<>();

    private static final Set<String> WITHOUT_PROPERTY = new TreeSet<>();

    @BeforeAll
    static void read() throws Exception {
        try (InputStream xml = DescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Prerequisite.require(xml != null, "plugin.xml is made by Maven only");
            Element plugin = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getDocumentElement();
            for (Element mojo : elements(plugin, "mojo")) {
                String goal = text(mojo, "goal");
                for (Element parameter : elements(mojo, "parameter")) {
                    if (!text(parameter, "editable").equals("false") && !goal.equals("help")) {
                        String name = text(parameter, "name");
                        PARAMETERS
                                .computeIfAbsent(goal, first -> new TreeMap<>())
                                .put(name, parameter);
                        NodeList expressions = mojo.getElementsByTagName(name);
                        boolean has = expressions.getLength() > 0
                                && expressions.item(0).getTextContent().equals("${syscall." + name + "}");
                        if (!has) {
                            WITHOUT_PROPERTY.add(name);
                        }
                    }
                }
            }
        }
    }

    private static List<Element> elements(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    @Test
    void whatAllGoalsHaveIsSaidInTheSameWordsEverywhere() {
        assertThat(PARAMETERS).containsKeys("write-info", "write-checksums", "read-checksums", "verify-host");
        for (String name : List.of("skip", "unsupportedHost", "portable", "traceFile")) {
            Set<String> descriptions = new HashSet<>();
            PARAMETERS
                    .values()
                    .forEach(parameters ->
                            descriptions.add(text(Objects.requireNonNull(parameters.get(name), name), "description")));
            assertThat(descriptions).as(name).hasSize(1).doesNotContain("");
        }
    }

    /** What several goals have stands in a class of {@code mojo.parameter}. */
    @Test
    void noParameterIsDeclaredTwiceInTheSameWords() {
        Map<String, Class<?>> declaredIn = new TreeMap<>();
        for (Class<?> goal : GoalDefaults.goals()) {
            String name =
                    goal.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            Map<String, Element> described = Objects.requireNonNull(PARAMETERS.get(name.replace("-mojo", "")), name);
            for (Field field : GoalDefaults.parameters(goal).keySet()) {
                Element parameter = Objects.requireNonNull(described.get(field.getName()), field.getName());
                String words = field.getName() + ": " + text(parameter, "description");
                assertThat(declaredIn.getOrDefault(words, field.getDeclaringClass()))
                        .as(words)
                        .isEqualTo(field.getDeclaringClass());
                declaredIn.put(words, field.getDeclaringClass());
            }
        }
        assertThat(declaredIn).hasSizeGreaterThan(60);
    }

    @Test
    void everySimpleParameterIsAPropertyToo() {
        assertThat(WITHOUT_PROPERTY).containsExactly("additionalProperties", "defaults", "fileSets", "rules");
    }

    /** The plugin tools double backslashes, and pass on tags of Javadoc that they do not know. */
    @Test
    void everyParameterIsDescribedAndNothingIsEscapedTwice() {
        PARAMETERS.forEach((goal, parameters) -> parameters.forEach((name, parameter) -> {
            assertThat(text(parameter, "description"))
                    .as(goal + " " + name)
                    .isNotBlank()
                    .doesNotContain("\\", "{@", "&amp;");
        }));
    }

    /** Eclipse asks what to do for each goal that is not named there. */
    @Test
    void everyGoalThatAPomCanBindIsKnownToEclipse() throws Exception {
        Set<String> goals = new HashSet<>();
        try (InputStream xml =
                DescriptorTest.class.getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
            Element mapping = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getDocumentElement();
            elements(mapping, "goal").forEach(goal -> goals.add(goal.getTextContent()));
        }

        assertThat(goals).isEqualTo(PARAMETERS.keySet());
    }
}
