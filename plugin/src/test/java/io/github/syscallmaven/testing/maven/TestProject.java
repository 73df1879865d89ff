package io.github.syscallmaven.testing.maven;

import io.github.syscallmaven.mojo.Tracing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** A project in a folder, with the artifacts that tests give it. */
public final class TestProject {
    final Path basedir;
    public final Path target;
    public final MavenProject project;

    public TestProject(Path basedir, String packaging) throws IOException {
        this(basedir, packaging, "app");
    }

    public TestProject(Path basedir, String packaging, String artifactId) throws IOException {
        this.basedir = basedir;
        this.target = Files.createDirectories(basedir.resolve("target"));
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(artifactId);
        model.setVersion("1.0");
        model.setPackaging(packaging);
        model.setBuild(new Build());
        model.getBuild().setDirectory(target.toString());
        project = new MavenProject(model);
        project.setFile(basedir.resolve("pom.xml").toFile());
        project.setArtifact(artifact(packaging, packaging, null));
    }

    /** The session of a Maven that was called in this folder. */
    @SuppressWarnings("deprecation") // There is no constructor that is not deprecated.
    public static MavenSession session(Path folder, boolean projectPresent) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(folder.toFile());
        request.setProjectPresent(projectPresent);
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(List.of());
        return session;
    }

    private static Plugin plugin(String goal, List<String> ids) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.syscallmaven");
        plugin.setArtifactId("syscall-maven-plugin");
        ids.forEach(id -> {
            PluginExecution declared = new PluginExecution();
            declared.setId(id);
            declared.addGoal(goal);
            plugin.addExecution(declared);
        });
        return plugin;
    }

    /** Binds an execution of that goal in this project, as its POM would. */
    public TestProject bind(String goal, String id) {
        project.getBuild().addPlugin(plugin(goal, List.of(id)));
        return this;
    }

    /** The execution of this id, as a POM binds it that has these other executions of the goal. */
    public static MojoExecution execution(String goal, String id, String... others) {
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setGoal(goal);
        descriptor.setPluginDescriptor(new PluginDescriptor());
        descriptor
                .getPluginDescriptor()
                .setPlugin(plugin(
                        goal, Stream.concat(Stream.of(id), Stream.of(others)).toList()));
        return new MojoExecution(descriptor, id, MojoExecution.Source.LIFECYCLE);
    }

    public static Tracing noTrace() {
        return new Tracing(session(Path.of(""), false), execution("a-goal", "default"), null, "strace");
    }

    private Artifact artifact(String type, String extension, @Nullable String classifier) {
        DefaultArtifactHandler handler = new DefaultArtifactHandler(type);
        handler.setExtension(extension);
        return new DefaultArtifact("org.example", project.getArtifactId(), "1.0", "compile", type, classifier, handler);
    }

    /** Gives the main artifact a file in the build directory. */
    public Path main(String name) throws IOException {
        Path file = write(target.resolve(name));
        project.getArtifact().setFile(file.toFile());
        return file;
    }

    public Path attach(String name, String type, String extension, @Nullable String classifier) throws IOException {
        Path file = write(target.resolve(name));
        attach(file, type, extension, classifier);
        return file;
    }

    @SuppressWarnings("deprecation") // What Maven's own helper calls.
    private void attach(Path file, String type, String extension, @Nullable String classifier) {
        Artifact artifact = artifact(type, extension, classifier);
        artifact.setFile(file.toFile());
        project.addAttachedArtifact(artifact);
    }

    /** The file's content is "abc". */
    public static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "abc");
    }

    /** Names in a repository, and the file for each, of what is attached. */
    public List<String> attached() {
        return project.getAttachedArtifacts().stream()
                .map(artifact -> artifact.getArtifactId() + '-' + artifact.getVersion()
                        + (artifact.getClassifier() == null ? "" : "-" + artifact.getClassifier()) + '.'
                        + artifact.getArtifactHandler().getExtension() + " = "
                        + target.relativize(artifact.getFile().toPath()))
                .toList();
    }

    /** As Maven's own, where the handler of an unknown type has that type as the extension. */
    public MavenProjectHelper helper() {
        return new MavenProjectHelper() {
            @Override
            public void attachArtifact(MavenProject to, File file, String classifier) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void attachArtifact(MavenProject to, String type, File file) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void attachArtifact(MavenProject to, String type, @Nullable String classifier, File file) {
                attach(file.toPath(), type, type, classifier);
            }

            @Override
            public void addResource(MavenProject to, String directory, List<String> includes, List<String> excludes) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void addTestResource(
                    MavenProject to, String directory, List<String> includes, List<String> excludes) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
