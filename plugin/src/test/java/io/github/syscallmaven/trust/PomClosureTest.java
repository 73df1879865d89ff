package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.portable.PortableFileIo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomClosureTest {
    @TempDir
    Path repository;

    /** Puts {@code g:artifact:version} into the repository. */
    private void pom(String artifact, String version, String... content) throws IOException {
        Path file = repository.resolve(path(artifact, version));
        Files.createDirectories(file.getParent());
        Files.writeString(file, project(artifact, version, content));
    }

    private static String project(String artifact, String version, String... content) {
        return "<?xml version='1.0'?>\n<!-- <parent/> --><project xmlns='http://maven.apache.org/POM/4.0.0'>"
                + "<groupId>g</groupId><artifactId>" + artifact + "</artifactId><version>" + version + "</version>"
                + String.join("", content) + "</project>";
    }

    private static String path(String artifact, String version) {
        return "g/" + artifact + "/" + version + "/" + artifact + "-" + version + ".pom";
    }

    private static String parent(String artifact, String version) {
        return "<parent><groupId>g</groupId><artifactId>" + artifact + "</artifactId><version> " + version
                + " </version><relativePath/></parent>";
    }

    private static String property(String name, String value) {
        return "<properties><" + name + ">" + value + "</" + name + "></properties>";
    }

    private static String imports(String... boms) {
        return Arrays.stream(boms)
                .map(bom -> bom.split(":"))
                .map(bom -> "<dependency><groupId>${project.groupId}</groupId><artifactId>" + bom[0]
                        + "</artifactId><version>" + bom[1]
                        + "</version><type>pom</type><scope>import</scope></dependency>")
                .collect(Collectors.joining(
                        "", "<dependencyManagement><dependencies>", "</dependencies></dependencyManagement>"));
    }

    private Set<String> closure(String... poms) throws IOException {
        return closure(List.of(), poms);
    }

    private Set<String> closure(List<byte[]> modules, String... poms) throws IOException {
        try (Root root = new PortableFileIo().open(BytePath.of(repository.toString()))) {
            return new PomClosure(root).of(Set.of(poms), modules);
        }
    }

    @Test
    void allAncestorsAreFound() throws IOException {
        pom("a", "1", parent("b", "2"));
        pom("b", "2", parent("c", "3"));
        pom("c", "3");
        assertThat(closure(path("a", "1"))).containsExactlyInAnyOrder(path("b", "2"), path("c", "3"));
    }

    @Test
    void bomsOfAncestorsAndOfBomsAreFound() throws IOException {
        pom("a", "1", parent("b", "2"));
        pom("b", "2", property("bom.version", "7"), imports("bom:${bom.version}"));
        pom(
                "bom",
                "7",
                parent("bom-parent", "8"),
                imports("other:${project.version}", "third:${project.parent.version}"));
        pom("bom-parent", "8");
        pom("other", "7");
        pom("third", "8");
        assertThat(closure(path("a", "1")))
                .containsExactlyInAnyOrder(
                        path("b", "2"),
                        path("bom", "7"),
                        path("bom-parent", "8"),
                        path("other", "7"),
                        path("third", "8"));
    }

    @Test
    void theHeirsVersionOfABomCounts() throws IOException {
        pom("b", "2", property("bom.version", "7"), imports("bom:${bom.version}", "other:1"));
        pom("bom", "7");
        pom("bom", "8");
        pom("other", "1");
        pom("other", "2");
        pom("a", "1", parent("b", "2"), property("bom.version", "8"), imports("other:2"));
        assertThat(closure(path("a", "1")))
                .containsExactlyInAnyOrder(path("b", "2"), path("bom", "8"), path("other", "2"));
    }

    @Test
    void modulesLeadToTheirAncestors() throws IOException {
        pom("b", "2");
        byte[] module =
                project("app", "1-SNAPSHOT", parent("b", "2"), imports("bom:1")).getBytes(UTF_8);
        pom("bom", "1");
        assertThat(closure(List.of(module))).containsExactlyInAnyOrder(path("b", "2"), path("bom", "1"));
    }

    @Test
    void whatIsNotThereNotReleasedOrNoPomIsLeftOut() throws IOException {
        pom("a", "1", parent("b", "2-SNAPSHOT"), imports("gone:1", "x:${unknown}", "broken:1", "../../..:1"));
        pom("b", "2-SNAPSHOT");
        pom("broken", "1", "<");
        assertThat(closure(path("a", "1"))).isEmpty();
    }

    @Test
    void circlesEnd() throws IOException {
        pom("a", "1", parent("b", "1"), property("x", "${y}"), imports("bom:${x}", "bom:1"));
        pom("b", "1", parent("a", "1"), property("y", "${x}"));
        pom("bom", "1", imports("bom:1"));
        assertThat(closure(path("a", "1"))).contains(path("b", "1"));
    }

    @Test
    void documentTypesAreNotRead() throws IOException {
        Path file = repository.resolve(path("a", "1"));
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "<!DOCTYPE project [<!ENTITY v SYSTEM 'file:///etc/hostname'>]>" + "<project>&v;</project>");
        assertThat(closure(path("a", "1"))).isEmpty();
    }
}
