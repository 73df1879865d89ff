package io.github.syscallmaven.mojo.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.mojo.parameter.SharedParameters;
import io.github.syscallmaven.testing.maven.FakeMaven;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WriteChecksumsMojoTest {
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private TestProject app;
    private WriteChecksumsMojo mojo;

    @BeforeEach
    void project() throws Exception {
        app = new TestProject(folder, "jar");
        mojo = mojo(app);
    }

    private WriteChecksumsMojo mojo(TestProject project) {
        WriteChecksumsMojo created = new WriteChecksumsMojo(
                project.helper(),
                FakeMaven.unused().lifecycle(),
                FakeMaven.unused().plugins());
        created.setLog(log);
        SharedParameters.set(
                created, TestProject.session(folder, true), TestProject.execution("write-checksums", "default"));
        created.session().setProjects(List.of(project.project));
        SharedParameters.project(created, project.project);
        return created;
    }

    @Test
    void theDefaultIsAListOfAllArtifactsInTheBuildDirectory() throws Exception {
        app.main("app-1.0.jar");
        app.attach("app-1.0-sources.jar", "java-source", "jar", "sources");

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256"))
                .hasContent(SHA256 + "  app-1.0-sources.jar\n" + SHA256 + "  app-1.0.jar\n");
        assertThat(app.project.getAttachedArtifacts()).hasSize(1);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("[INFO] Wrote 'target/checksums.sha256' of 2 files, 6 bytes in ")
                .endsWith(":\n  SHA-256 " + SHA256 + "  app-1.0-sources.jar\n  SHA-256 " + SHA256 + "  app-1.0.jar");
        log.lines().clear();
        mojo(app).execute();
        assertThat(log.lines()).as("nothing changed").isEmpty();
    }

    /** A name may come from a branch, as by {@code <finalName>app-${git.branch}</finalName>}. */
    @Test
    void namesOfArtifactsCannotChangeWhatTheLogLooksLike() throws Exception {
        app.main("app-\u202e.jar");
        app.attach("other/app\u2028.jar", "jar", "jar", "sources");
        mojo.attach = true;
        mojo.names = "file";
        mojo.execute();
        assertThat(log.lines())
                .contains(
                        "[WARNING] 'app-\\u202e.jar' will be 'app-1.0.jar' in repositories, but its attached checksums"
                                + " call it as it is called here; set <names> (-Dsyscall.names) to 'repository'.")
                .noneMatch(line -> line.contains("\u202e") || line.contains("\u2028"));

        mojo.baseDirectory = app.target.resolve("other").toFile();
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("is not below")
                .hasMessageContaining("app-\\xe2\\x80\\xae.jar");
    }

    @Test
    void aBuildDirectoryThatIsNotThereHasNoFiles() throws Exception {
        Files.delete(app.target);
        mojo.artifacts = false;
        mojo.directory = app.target.resolve("nothing").toFile();
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("There is no file to hash.");

        mojo.failIfNoFiles = false;
        mojo.execute();

        assertThat(log.lines()).contains("[WARNING] There is no directory '" + app.target + "/nothing'.");
        assertThat(app.target).doesNotExist();
    }

    /** As evidence they are for releases; those of many files would hide everything else. */
    @Test
    void theLogHasTheDigestsOfTenFilesAndOfMoreNone() throws Exception {
        for (int i = 0; i < 10; i++) {
            TestProject.write(app.target.resolve("docs/" + i));
        }
        mojo.directory = app.target.resolve("docs").toFile();
        mojo.execute();
        assertThat(log.lines()).singleElement().asString().hasLineCount(11);

        TestProject.write(app.target.resolve("docs/10"));
        log.lines().clear();
        mojo.execute();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .matches("\\[INFO\\] Wrote 'target/checksums.sha256' of 11 files, 33 bytes in [0-9.]+ s\\.");
    }

    @Test
    void sidecarsAreAttachedUnderTheNamesThatRepositoriesExpect() throws Exception {
        app.main("app-1.0.jar");
        app.attach("app-1.0-sources.jar", "java-source", "jar", "sources");
        app.attach("app-1.0-tests.jar", "test-jar", "jar", "tests");
        app.attach("custom-name.tar.gz", "tar.gz", "tar.gz", "bin");
        mojo.sidecars = true;
        mojo.attach = true;
        mojo.algorithms = List.of("SHA-256", "sha512");

        mojo.execute();

        assertThat(app.attached())
                .containsExactlyInAnyOrder(
                        "app-1.0-sources.jar = app-1.0-sources.jar",
                        "app-1.0-tests.jar = app-1.0-tests.jar",
                        "app-1.0-bin.tar.gz = custom-name.tar.gz",
                        "app-1.0-checksums.sha256 = checksums.sha256",
                        "app-1.0-checksums.sha512 = checksums.sha512",
                        "app-1.0.jar.sha256 = app-1.0.jar.sha256",
                        "app-1.0.jar.sha512 = app-1.0.jar.sha512",
                        "app-1.0-sources.jar.sha256 = app-1.0-sources.jar.sha256",
                        "app-1.0-sources.jar.sha512 = app-1.0-sources.jar.sha512",
                        "app-1.0-tests.jar.sha256 = app-1.0-tests.jar.sha256",
                        "app-1.0-tests.jar.sha512 = app-1.0-tests.jar.sha512",
                        "app-1.0-bin.tar.gz.sha256 = custom-name.tar.gz.sha256",
                        "app-1.0-bin.tar.gz.sha512 = custom-name.tar.gz.sha512");
        assertThat(app.target.resolve("app-1.0.jar.sha256")).hasContent(SHA256 + "  app-1.0.jar\n");
    }

    @Test
    void checksumsSignaturesAndPomsAmongTheArtifactsAreNotHashed() throws Exception {
        app.main("app-1.0.jar");
        app.attach("app-1.0.jar.asc", "jar.asc", "jar.asc", null);
        app.attach("app-1.0.jar.sigstore.json", "jar.sigstore.json", "jar.sigstore.json", null);
        app.attach("consumer-123.pom", "pom", "pom", "consumer");
        app.attach("app-1.0.jar.md5", "jar.md5", "jar.md5", null);
        app.attach("app-1.0.jar.sha512sum", "jar.sha512sum", "jar.sha512sum", null);
        app.attach("app-1.0.jar.minisig", "jar.minisig", "jar.minisig", null);
        app.attach("sbom.json", "json", "json", "cyclonedx");

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256"))
                .hasContent(SHA256 + "  app-1.0.jar\n" + SHA256 + "  sbom.json\n");
    }

    @Test
    void anAttachedListOfAnyFormatDoesNotListItself() throws Exception {
        app.main("app-1.0.jar");
        mojo.attach = true;
        for (String format : List.of("bsd", "csv", "json")) {
            mojo.sumsFormat = format;
            mojo.execute();
            mojo.execute();

            String list = "checksums." + (format.equals("bsd") ? "txt" : format);
            assertThat(app.target.resolve(list))
                    .content()
                    .contains("app-1.0.jar")
                    .doesNotContain(list);
        }
    }

    @Test
    void attachedArtifactsThatOnlyLookLikeSignaturesAreHashed() throws Exception {
        app.main("app-1.0.jar");
        app.attach("app-1.0.spdx.json", "spdx.json", "spdx.json", null);

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256")).content().contains("app-1.0.spdx.json");
    }

    @Test
    void whatIsAttachedHasTheNamesOfRepositoriesWhereverTheFilesLie() throws Exception {
        app.main("shiny.jar");
        Path elsewhere = TestProject.write(folder.resolve("out/x.zip"));
        app.attach("../out/x.zip", "zip", "zip", "bin");
        mojo.attach = true;
        mojo.sidecars = true;

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256"))
                .hasContent(SHA256 + "  app-1.0-bin.zip\n" + SHA256 + "  app-1.0.jar\n");
        assertThat(app.target.resolve("shiny.jar.sha256")).hasContent(SHA256 + "  app-1.0.jar\n");
        assertThat(elsewhere.resolveSibling("x.zip.sha256")).hasContent(SHA256 + "  app-1.0-bin.zip\n");
        assertThat(log.lines()).noneMatch(line -> line.startsWith("[WARN"));
    }

    @Test
    void namesCanBeThoseOfRepositoriesWithoutAttachingAnything() throws Exception {
        app.main("shiny.jar");
        mojo.names = "repository";

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256")).hasContent(SHA256 + "  app-1.0.jar\n");
        assertThat(app.project.getAttachedArtifacts()).isEmpty();
    }

    @Test
    void aSnapshotThatIsDeployedHasANameThatNobodyKnowsYet() throws Exception {
        app.main("app-1.0-SNAPSHOT.jar");
        app.project.setVersion("1.0-SNAPSHOT");
        mojo.attach = true;
        mojo.session().getRequest().setGoals(List.of("clean", "install"));
        mojo.execute();
        assertThat(app.target.resolve("checksums.sha256")).hasContent(SHA256 + "  app-1.0-SNAPSHOT.jar\n");

        for (String goal : List.of("deploy", "deploy:deploy", "g:maven-deploy-plugin:3.1.4:deploy", "x:deploy@id")) {
            mojo.session().getRequest().setGoals(List.of(goal));
            assertFailure("deploying puts a time stamp into the name of 'app-1.0-SNAPSHOT.jar'");
        }
        mojo.session().getRequest().setGoals(List.of("site:deploy"));
        mojo.execute();
        mojo.session().getRequest().setGoals(List.of("deploy"));
        mojo.sumsFormat = "none";
        mojo.sidecars = true;
        mojo.sidecarStyle = "bare";
        mojo.execute();
    }

    @Test
    void twoListsCannotBeAttachedWithOneClassifierAndType() throws Exception {
        app.main("app-1.0.jar");
        mojo.attach = true;
        mojo.execute();
        mojo.execute();
        assertThat(app.attached()).containsExactly("app-1.0-checksums.sha256 = checksums.sha256");

        WriteChecksumsMojo second = mojo(app);
        SharedParameters.execution(second, TestProject.execution("write-checksums", "second"));
        second.attach = true;
        second.sumsFile = app.target.resolve("other.sha256").toFile();
        assertThatThrownBy(second::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("other.sha256' cannot be attached: ")
                .hasMessageContaining("classifier 'checksums' and type 'sha256'")
                .hasMessageContaining("<attachClassifier>");
        assertThat(app.target.resolve("other.sha256")).doesNotExist();
        second.attachClassifier = "more";
        second.execute();
        assertThat(app.attached()).hasSize(2);
    }

    @Test
    void sidecarsCanStandInADirectoryOfTheirOwn() throws Exception {
        app.main("shiny.jar");
        TestProject.write(app.target.resolve("docs/a"));
        mojo.directory = app.target.resolve("docs").toFile();
        mojo.sumsFormat = "none";
        mojo.sidecars = true;
        mojo.attach = true;
        mojo.sidecarDirectory = folder.resolve("sums").toFile();

        mojo.execute();

        assertThat(folder.resolve("sums/app-1.0.jar.sha256")).hasContent(SHA256 + "  app-1.0.jar\n");
        assertThat(folder.resolve("sums/docs/a.sha256")).hasContent(SHA256 + "  a\n");
        assertThat(app.target.toFile().list()).containsExactlyInAnyOrder("docs", "shiny.jar");
        assertThat(app.project.getAttachedArtifacts().get(0).getFile()).isFile();
    }

    @Test
    void aPomIsHashedOnRequest() throws Exception {
        app.main("app-1.0.jar");
        TestProject.write(folder.resolve("pom.xml"));
        mojo.poms = true;
        mojo.names = "repository";

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256"))
                .hasContent(SHA256 + "  app-1.0.jar\n" + SHA256 + "  app-1.0.pom\n");
    }

    @Test
    void noProjectIsNeededForADirectory() throws Exception {
        SharedParameters.session(mojo, TestProject.session(folder, false));
        mojo.session().setProjects(List.of(app.project));
        TestProject.write(folder.resolve("dl/a.zip"));
        TestProject.write(folder.resolve("dl/b.txt"));
        mojo.directory = folder.resolve("dl").toFile();
        mojo.fileExcludes = List.of("*.txt");

        mojo.execute();

        assertThat(folder.resolve("checksums.sha256")).hasContent(SHA256 + "  dl/a.zip\n");
    }

    @Test
    void wordsThatMatchNothingAreReportedWithWhatThereIs() throws Exception {
        app.main("app-1.0.jar");
        app.attach("s.jar", "java-source", "jar", "sources");
        TestProject.write(app.target.resolve("docs/a.txt"));
        mojo.types = List.of("jar,wra");
        mojo.classifiers = List.of("main", "sorces");
        mojo.directory = app.target.resolve("docs").toFile();
        mojo.fileIncludes = List.of("*.txt", "*.md");
        mojo.fileExcludes = List.of("*.tmp");

        mojo.execute();

        assertThat(log.lines())
                .contains(
                        "[WARNING] <types> (-Dsyscall.types) 'wra' matches nothing; there is 'jar'.",
                        "[WARNING] <classifiers> (-Dsyscall.classifiers) 'sorces' matches nothing; there is 'main',"
                                + " 'sources'.",
                        "[WARNING] <fileIncludes> (-Dsyscall.fileIncludes) '*.md' matches nothing; there is 'a.txt'.",
                        "[WARNING] <fileExcludes> (-Dsyscall.fileExcludes) '*.tmp' matches nothing; there is 'a.txt'.");
    }

    @Test
    void wordsThatMatchNothingAreReportedAlsoWhenNothingIsLeftToHash() throws Exception {
        app.main("app-1.0.jar");
        mojo.types = List.of("war");

        assertThatThrownBy(mojo::execute).hasMessageContaining("There is no file to hash");

        assertThat(log.lines())
                .containsExactly("[WARNING] <types> (-Dsyscall.types) 'war' matches nothing; there is 'jar'.");
    }

    @Test
    void aWordThatMatchesInAnotherModuleIsNoMistake() throws Exception {
        app.bind("write-checksums", "default").main("app-1.0.jar");
        TestProject other = new TestProject(folder.resolve("other"), "war", "other").bind("write-checksums", "default");
        other.main("other-1.0.war");
        mojo.session().setProjects(List.of(app.project, other.project));
        mojo.types = List.of("jar", "war", "ear");
        mojo.execute();
        assertThat(log.lines()).noneMatch(line -> line.startsWith("[WARN"));

        WriteChecksumsMojo second = mojo(other);
        SharedParameters.session(second, mojo.session());
        second.types = mojo.types;
        second.execute();

        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("[WARN"))
                .containsExactly("[WARNING] <types> (-Dsyscall.types) 'ear' matches nothing; there is 'jar', 'war'.");
    }

    @Test
    void namesThatRepositoriesChangeAreWarnedOf() throws Exception {
        app.main("shiny.jar");
        mojo.attach = true;
        mojo.names = "file";

        mojo.execute();

        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("[WARN"))
                .singleElement()
                .asString()
                .contains("'shiny.jar' will be 'app-1.0.jar'", "<names>");
    }

    @Test
    void parametersThatMakeNoSenseAreRefused() throws Exception {
        app.main("app-1.0.jar");
        mojo.files = List.of(app.target.resolve("checksums.sha256").toFile());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<files>");
        mojo.files = List.of(app.target.toFile());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the base directory itself");
        mojo.files = List.of();
        mojo.sumsFormat = "none";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("nothing would be written");
        mojo.sumsFormat = "bsd";
        mojo.sumsFile = app.target.resolve("s.{algorithm}").toFile();
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("leave '{algorithm}' out");
    }

    @Test
    void aSecondExecutionHashesNothingOfTheFirst() throws Exception {
        app.main("app-1.0.jar");
        mojo.sidecars = true;
        mojo.attach = true;
        mojo.execute();

        WriteChecksumsMojo second = mojo(app);
        second.algorithms = List.of("SHA-512");
        second.execute();

        assertThat(app.target.resolve("checksums.sha512"))
                .content()
                .hasLineCount(1)
                .endsWith("  app-1.0.jar\n");
    }

    @Test
    void artifactsAreChosenByClassifierAndType() throws Exception {
        app.main("app-1.0.jar");
        app.attach("src.zip", "zip", "zip", "source-release");
        app.attach("src.tar.gz", "tar.gz", "tar.gz", "source-release");
        mojo.classifiers = List.of("source-release", "main");
        mojo.types = List.of("zip", "jar");

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256"))
                .hasContent(SHA256 + "  app-1.0.jar\n" + SHA256 + "  src.zip\n");
    }

    @Test
    void fileSetsAndFilesAreNamedFromTheBaseDirectory() throws Exception {
        TestProject.write(folder.resolve("src/a.txt"));
        TestProject.write(folder.resolve("src/b.md"));
        TestProject.write(folder.resolve("src/c.txt~"));
        TestProject.write(folder.resolve("README"));
        FileSet fileSet = new FileSet();
        fileSet.directory = folder.resolve("src").toFile();
        fileSet.excludes = List.of("*.md");
        mojo.fileSets = List.of(fileSet);
        mojo.files = List.of(folder.resolve("README").toFile());
        mojo.baseDirectory = folder.toFile();
        mojo.sumsFormat = "bsd";
        mojo.sumsFile = folder.resolve("target/out/SUMS").toFile();

        mojo.execute();

        assertThat(folder.resolve("target/out/SUMS"))
                .hasContent("SHA256 (README) = " + SHA256 + "\nSHA256 (src/a.txt) = " + SHA256 + "\n");
    }

    @Test
    void anInputOutsideTheBaseDirectoryIsRefusedWithARemedy() throws Exception {
        TestProject.write(folder.resolve("README"));
        mojo.files = List.of(folder.resolve("README").toFile());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("'" + folder + "/README' is not below '" + app.target + "'")
                .hasMessageContaining("set <baseDirectory> (-Dsyscall.baseDirectory) to '" + folder + "'");
    }

    @Test
    void severalAlgorithmsNeedSeveralNames() throws Exception {
        app.main("app-1.0.jar");
        mojo.algorithms = List.of("SHA-256", "SHA-512");
        mojo.sumsFile = app.target.resolve("SUMS").toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("'{algorithm}'")
                .hasMessageContaining("'bsd'");
        mojo.sumsFile = app.target.resolve("SUMS.{algorithm}").toFile();
        mojo.execute();
        assertThat(app.target.resolve("SUMS.sha512")).exists();
    }

    @Test
    void twoSpellingsOfOneAlgorithmAreOne() throws Exception {
        app.main("app-1.0.jar");
        mojo.algorithms = List.of("SHA-256", "sha256");

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256")).content().hasLineCount(1);
    }

    @Test
    void nothingToHashFailsExceptInAProjectWithoutArtifacts() throws Exception {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("There is no file to hash")
                .hasMessageContaining("failIfNoFiles");
        mojo.failIfNoFiles = false;
        mojo.execute();
        TestProject parent = new TestProject(folder.resolve("parent"), "pom");
        Files.delete(parent.target);
        mojo(parent).execute();

        assertThat(parent.target).doesNotExist();
        assertThat(app.target).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource
    void aWrongValueNamesItsTagAndWhatIsAllowed(Consumer<WriteChecksumsMojo> wrong, String message) {
        mojo.sidecars = true;
        wrong.accept(mojo);

        assertFailure(message);
    }

    static List<Arguments> aWrongValueNamesItsTagAndWhatIsAllowed() {
        return List.of(
                wrong(
                        mojo -> mojo.sumsFormat = "sha",
                        "<sumsFormat> (-Dsyscall.sumsFormat) is 'sha'; allowed are 'gnu', 'bsd', 'csv', 'json',"
                                + " 'none'"),
                wrong(
                        mojo -> mojo.algorithms = List.of("SHA-257"),
                        "<algorithms> (-Dsyscall.algorithms): algorithm 'SHA-257' is not available; there are "),
                wrong(mojo -> mojo.threads = -1, "<threads> (-Dsyscall.threads) is '-1'; allowed are 1 to 1024, and 0"),
                wrong(
                        mojo -> mojo.digests = "openssl",
                        "<digests> (-Dsyscall.digests) is 'openssl'; allowed are 'stub', 'jdk'"),
                wrong(
                        mojo -> mojo.sidecarStyle = "fancy",
                        "<sidecarStyle> (-Dsyscall.sidecarStyle) is 'fancy'; allowed are 'named', 'bare'"),
                wrong(mojo -> mojo.files = List.of(new File("/x/${nothing}/y")), "'/x/${nothing}/y'"),
                wrong(mojo -> mojo.fileSets = List.of(new FileSet()), "A <fileSet> has no <directory>"));
    }

    private static Arguments wrong(Consumer<WriteChecksumsMojo> value, String message) {
        return Arguments.of(Named.of(message, value), message);
    }

    @Test
    void theProjectsDirectoryIsNoSumsFile() {
        mojo.sumsFile = folder.toFile();

        assertFailure("<sumsFile> (-Dsyscall.sumsFile) is '" + folder + "', which is the project's directory");
    }

    @Test
    void aPatternDoesNotBeginWithASlash() {
        FileSet fileSet = new FileSet();
        fileSet.directory = app.target.toFile();
        fileSet.includes = List.of("/abs");
        mojo.fileSets = List.of(fileSet);

        assertFailure("pattern '/abs' begins with a slash");
    }

    private void assertFailure(String message) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsParameterAndTheCallIsTheCause() {
        mojo.files = List.of(app.target.resolve("nothing").toFile());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("<files> (-Dsyscall.files) is '" + app.target
                        + "/nothing', but there is no such file; correct the name, or make the file before.")
                .cause()
                .hasMessageContaining("openat2: ENOENT");
    }

    @Test
    void symbolicLinksAreTold() throws Exception {
        app.main("app-1.0.jar");
        Files.createDirectories(app.target.resolve("d"));
        TestProject.write(app.target.resolve("d/a"));
        Files.createSymbolicLink(app.target.resolve("d/link"), Path.of("a"));
        FileSet fileSet = new FileSet();
        fileSet.directory = app.target.resolve("d").toFile();
        mojo.fileSets = List.of(fileSet);

        mojo.execute();

        assertThat(log.lines())
                .contains("[WARNING] 1 skipped, as only regular files are hashed:\n  'd/link' is a symbolic link");
    }

    @Test
    void aTraceAmongTheFilesIsNotHashedWhileItIsWritten() throws Exception {
        TestProject.write(app.target.resolve("d/a"));
        FileSet fileSet = new FileSet();
        fileSet.directory = app.target.resolve("d").toFile();
        mojo.fileSets = List.of(fileSet);
        SharedParameters.traceFile(mojo, app.target.resolve("d/trace"));

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256")).hasContent(SHA256 + "  d/a\n");
    }

    @Test
    void skipDoesNothing() throws Exception {
        app.main("app-1.0.jar");
        SharedParameters.skip(mojo, true);

        mojo.execute();

        assertThat(app.target.resolve("checksums.sha256")).doesNotExist();
    }
}
