package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.syscallmaven.testing.Readme;
import io.github.syscallmaven.testing.SourceFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * README and the manual name no goal, phase, parameter or property that there is not, and their snippets are
 * well-formed.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReadmeTest {
    private static final Pattern PROPERTY = Pattern.compile("-Dsyscall\\.([A-Za-z]+)");
    private static final Pattern INLINE_TAG = Pattern.compile("`<([a-z][A-Za-z]*)>[^`]*`");
    /** A line of a shell, of a CI provider's file, or by itself. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *(?:- )?(?:run: |script: |sh ')?(mvn [^'`\\n]+)'?$");

    private static final Pattern OUR_GOAL = Pattern.compile("\\bsyscall(?:-maven-plugin:1\\.0\\.0)?:([a-z-]+)");

    /** To a page of ours: goals' own pages are generated. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https:)((?![\\w-]+\\.html)[^)]+)\\)");

    /** A property of the JVM, not of a goal; and what stands for any parameter. */
    private static final Set<String> OTHERS = Set.of("stubDirectory", "name");

    private final String readme = Readme.text();

    /** By the names of goals, the parameters that a user can set. */
    private final Map<String, Set<String>> parameters = new TreeMap<>();

    private final List<String> goalRows = new ArrayList<>();

    ReadmeTest() {
        for (JavaClass goal : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                // The help goal is generated, and known below.
                .withImportOption(location -> !location.contains("/HelpMojo"))
                .importPackages(ReadmeTest.class.getPackageName())) {
            goal.tryGetAnnotationOfType(Mojo.class.getName()).ifPresent(mojo -> add(goal, mojo));
        }
        parameters.put("help", Set.of("detail", "goal", "lineLength", "indentSize"));
    }

    private void add(JavaClass goal, JavaAnnotation<JavaClass> mojo) {
        String name = (String) mojo.get("name").orElseThrow();
        String phase = mojo.get("defaultPhase")
                .map(value -> value.toString().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT))
                .map(value -> value.replace('_', '-'))
                .filter(value -> !value.equals("none"))
                .map(value -> "`" + value + "`")
                .orElse("none");
        boolean needsPom = !Boolean.FALSE.equals(mojo.get("requiresProject").orElse(true));
        goalRows.add("| `" + name + "` | " + phase + " | " + (needsPom ? "yes" : "no") + " |");
        parameters.put(
                name,
                goal.getAllFields().stream()
                        .filter(field -> field.isAnnotatedWith(Parameter.class.getName()))
                        .filter(field -> !(boolean) field.getAnnotationOfType(Parameter.class.getName())
                                .get("readonly")
                                .orElse(false))
                        .map(JavaField::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theTableHasEveryGoalWithItsPhase() {
        String table = readme.substring(
                readme.indexOf("| goal | default phase |"), readme.indexOf("Three lines from nothing"));

        assertThat(goalRows).isNotEmpty().allSatisfy(row -> assertThat(table).contains(row));
        assertThat(table.lines().filter(line -> line.startsWith("| `"))).hasSize(goalRows.size() + 1);
    }

    @Test
    void theFirstPageOfTheManualHasEveryGoalWithItsPhase() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/index.md"));

        assertThat(goalRows).isNotEmpty().allSatisfy(row -> {
            String[] cells = row.split(" *\\| *", -1);
            String goal = cells[1].replace("`", "");
            assertThat(page).contains("| [`" + goal + "`](" + goal + "-mojo.html) | " + cells[2] + " |");
        });
    }

    @Test
    void everyTestAndProjectThatIsNamedIsThere() throws IOException {
        Set<String> classes = SourceFiles.classes();

        assertThat(found(Pattern.compile("`([A-Z]\\w+(?:Test|IT))`"), readme))
                .hasSizeGreaterThan(30)
                .isSubsetOf(classes);
        assertThat(found(Pattern.compile("`(it/src/it/projects/[^`]+)`"), readme))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        project -> assertThat(Path.of("..", project, "pom.xml")).exists());
    }

    @Test
    void everyLinkLeadsToAPageAndASection() throws IOException {
        Map<Path, Set<String>> links = new TreeMap<>();
        for (Path page : Readme.pages()) {
            links.put(page, found(LINK, Readme.text(page)));
        }

        assertThat(links.values().stream().flatMap(Set::stream)).hasSizeGreaterThan(20);
        links.forEach((page, all) -> assertThat(all).as("%s", page).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
            if (parts[0].startsWith("images/")) {
                target = Path.of("src/site/resources", parts[0]);
            }
            assertThat(target).exists();
            if (parts.length > 1) {
                assertThat(Files.readAllLines(target).stream()
                                .filter(line -> line.startsWith("#"))
                                .map(ReadmeTest::anchor))
                        .contains(parts[1]);
            }
        }));
        String menu = Files.readString(Path.of("src/site/site.xml"));
        assertThat(links.keySet()).allSatisfy(page -> {
            String name = page.getFileName().toString();
            assertThat(name.equals("README.md") || menu.contains("\"" + name.replace(".md", ".html") + "\""))
                    .as("%s is in the menu", name)
                    .isTrue();
        });
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    @Test
    void everyPropertyIsAParameter() {
        Set<String> all = all();
        all.addAll(OTHERS);

        assertThat(found(PROPERTY, readme)).isNotEmpty().isSubsetOf(all);
    }

    @Test
    void everyCommandHasGoalsThatThereAreAndTheirParameters() {
        List<String> commands = Stream.concat(
                        COMMAND.matcher(readme).results().map(match -> match.group(1)),
                        Pattern.compile("`(mvn [^`]+)`")
                                .matcher(readme)
                                .results()
                                .map(match -> match.group(1)))
                .filter(command -> !command.endsWith("..."))
                .toList();

        assertThat(commands)
                .hasSizeGreaterThan(25)
                .anyMatch(command -> command.contains(":verify-trusted-checksums -Dsyscall.junitFile="));
        for (String command : commands) {
            Set<String> goals = found(OUR_GOAL, command);
            assertThat(goals).as(command).isSubsetOf(parameters.keySet());
            Set<String> known =
                    goals.stream().flatMap(goal -> parametersOf(goal).stream()).collect(Collectors.toSet());
            assertThat(found(PROPERTY, command)).as(command).isSubsetOf(known);
        }
    }

    @Test
    void everyTagInTheTextIsAParameter() {
        Set<String> tags = found(INLINE_TAG, readme);
        tags.removeAll(Set.of("goal", "phase", "plugins"));
        // Parts of a <rule>.
        tags.removeAll(Set.of("value", "pattern"));
        Set<String> all = all();
        // Properties of POMs that are fallbacks for keys.
        tags.removeIf(tag -> tag.equals("git"));

        assertThat(tags).isNotEmpty().isSubsetOf(all);
    }

    @Test
    void everyConfigurationHasParametersOfItsGoals() throws Exception {
        List<String> documents = Readme.blocks("xml");
        assertThat(documents).hasSizeGreaterThan(5);
        int ofGoals = 0;
        for (String document : documents) {
            Element root = parsed("<root>" + document + "</root>");
            for (Element configuration : elements(root, "configuration")) {
                Set<String> goals = elements((Element) configuration.getParentNode(), "goal").stream()
                        .map(Node::getTextContent)
                        .collect(Collectors.toSet());
                if (!goals.isEmpty()) {
                    ofGoals++;
                    assertThat(parameters.keySet()).as(document).containsAll(goals);
                }
                if (!isOfAnother(configuration)) {
                    Set<String> known = goals.isEmpty()
                            ? all()
                            : goals.stream()
                                    .flatMap(goal -> parametersOf(goal).stream())
                                    .collect(Collectors.toSet());
                    assertThat(children(configuration))
                            .as(document)
                            .isNotEmpty()
                            .isSubsetOf(known);
                }
            }
        }
        assertThat(ofGoals).isPositive();
    }

    /** Of another plugin. */
    private static boolean isOfAnother(Element configuration) {
        Element plugin = (Element) configuration.getParentNode();
        return plugin.getTagName().equals("plugin")
                && elements(plugin, "artifactId").stream()
                        .noneMatch(id -> id.getTextContent().equals("syscall-maven-plugin"));
    }

    private Set<String> parametersOf(String goal) {
        return parameters.getOrDefault(goal, Set.of());
    }

    private Set<String> all() {
        return parameters.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element of, String name) {
        NodeList all = of.getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static List<String> children(Element of) {
        List<String> children = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element.getTagName());
            }
        }
        return children;
    }
}
