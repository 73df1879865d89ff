package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** What {@code write-trusted-checksums} records, and what Maven makes of it. */
final class WriteTrustedChecksumsIT {
    private static final String GOAL = "write-trusted-checksums";
    private static final String PROJECT = "write-trusted-checksums-reactor";
    private static final String FILE = ".mvn/checksums/checksums.sha256";
    private static final String CONFIG = ".mvn/maven.config";
    private static final String SOURCE = "aether.trustedChecksumsSource.summaryFile";
    private static final String ENFORCED = "aether.artifactResolver.postProcessor.trustedChecksums";
    private static final String VERSION = System.getProperty("it.plugin.version");
    /** What these tests install themselves, so that no repository publishes it. */
    private static final String OURS = Stream.of("syscall-maven-parent", "syscall-maven-plugin")
            .map(name -> "io.github.syscallmaven:" + name + ":" + VERSION)
            .collect(Collectors.joining(","));

    private static final String JUNIT = "org/junit/jupiter/junit-jupiter/6.1.3/junit-jupiter-6.1.3.jar";
    /** The end of an archive, with nothing before it. */
    private static final byte[] EMPTY_ARCHIVE = Arrays.copyOf(new byte[] {'P', 'K', 5, 6}, 22);

    private static final String EXTENSION = "their/extension/1/extension-1.jar";
    private static final String IN_TAIL = "their/direct/1/direct-1.jar";
    private static final String JSPECIFY = "<dependencies><dependency><groupId>org.jspecify</groupId>"
            + "<artifactId>jspecify</artifactId><version>1.0.1</version></dependency></dependencies>";

    private static MavenBuild build(MavenBuild build) {
        return build.project(PROJECT).ownRepository().qualifiedGoals(GOAL);
    }

    /** Leaves nothing but the plugin itself, as it is before a first build. */
    private static void empty(MavenBuild build) {
        Path plugin = build.repository().resolve("io/github/syscallmaven");
        try (Stream<Path> files = Files.walk(build.repository())) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                if (!file.startsWith(plugin) && !plugin.startsWith(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the line ends and the order, which differ from Resolver to Resolver. */
    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .sorted()
                .toList();
    }

    private static void edit(Path file, String old, String young) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(old);
        Files.writeString(file, before.replace(old, young));
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void whatIsRecordedIsWhatResolversOwnRecorderSees(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild).arguments("-Pextra").systemProperty("jspecify", "1.0.1");
        Path file = build.project().resolve(FILE);
        build.execute(cold -> assertThat(cold.toString()).contains("gets:").contains("Wrote '" + FILE + "'"));
        assertThat(build.repository().resolve("org/example"))
                .as("no repository is asked for modules")
                .doesNotExist();
        byte[] recorded = Files.readAllBytes(file);
        List<String> config = Files.readAllLines(build.project().resolve(CONFIG));

        build.execute(warm -> {
            assertThat(warm.toString()).contains("Nothing has changed.");
            assertThat(file).hasBinaryContent(recorded);
        });

        Files.delete(build.project().resolve(CONFIG));
        empty(build);
        String basedir = build.project().resolve("recorder").toString();
        build.systemProperty(SOURCE, "true")
                .systemProperty(SOURCE + ".basedir", basedir)
                .systemProperty(SOURCE + ".originAware", "false")
                .systemProperty(ENFORCED, "true")
                .systemProperty(ENFORCED + ".checksumAlgorithms", "SHA-256")
                .systemProperty(ENFORCED + ".record", "true")
                .goals("verify", "io.github.syscallmaven:syscall-maven-plugin:" + version(build) + ":verify-host")
                .execute(own ->
                        assertThat(lines(own.file("recorder/checksums.sha256"))).isEqualTo(lines(file)));
        assertThat(lines(file))
                .anyMatch(line -> line.endsWith("  " + JUNIT))
                .anyMatch(line -> line.contains("/junit-bom/6.1.3/junit-bom-6.1.3.pom"))
                .anyMatch(line -> line.contains("/surefire-junit-platform-3.6.1.jar"))
                .anyMatch(line -> line.endsWith("/jspecify-1.0.1.jar"))
                .anyMatch(line -> line.contains("  net/java/dev/jna/jna/"))
                .noneMatch(line -> line.contains("org/example"));
        assertThat(config).hasSize(8).contains("--strict-checksums");
    }

    @Tag("stress")
    @MavenTest(except = {"3.6.3", "4.0.0-rc-6"})
    void inPortableModeTheSameIsRecordedAndProved(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild);
        Path file = build.project().resolve(FILE);
        build.execute(byStub -> assertThat(byStub.toString()).contains("Wrote '" + FILE + "'"));
        byte[] recorded = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(build.project().resolve(CONFIG));

        // The Maven that records believes it, too.
        build.env("JDK_JAVA_OPTIONS", "\"-Dos.name=Mac OS X\" -Dos.arch=aarch64")
                .systemProperty("syscall.unsupportedHost", "portable");
        build.execute(portable -> {
            assertThat(portable.toString()).contains("Portable mode").contains("Wrote '" + FILE + "'");
            assertThat(file).hasBinaryContent(recorded);
        });

        build.qualifiedGoals("verify-trusted-checksums")
                .execute(proved -> assertThat(proved.toString()).contains("Portable mode"));
    }

    private static String version(MavenBuild build) {
        try (Stream<Path> versions =
                Files.list(build.repository().resolve("io/github/syscallmaven/syscall-maven-plugin"))) {
            return versions.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow()
                    .getFileName()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void aChangeIsShownAndPrunesWhatGoesAndOnlyThat(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild);
        Path file = build.project().resolve(FILE);
        Path pom = build.project().resolve("lib/pom.xml");
        edit(pom, "</project>", JSPECIFY + "</project>");
        build.execute(with -> {});
        List<String> before = lines(file);
        Files.writeString(file, "# why\n" + Files.readString(file));

        edit(pom, JSPECIFY, "");
        build.systemProperty("syscall.dryRun", "true").executeAndFail(dry -> {
            assertThat(dry.toString())
                    .contains("removed org.jspecify:jspecify 1.0.1 (jar, pom)")
                    .contains("'" + FILE + "' would change");
            assertThat(Files.readString(file)).contains("/jspecify-1.0.1.jar");
        });
        build.systemProperty("syscall.dryRun", "false").execute(without -> {
            assertThat(without.toString()).contains("0 added, 1 removed, 0 updated");
            assertThat(Files.readString(file)).startsWith("# why\n");
        });
        List<String> after = new ArrayList<>(lines(file));
        assertThat(after.remove("# why")).isTrue();
        assertThat(before).containsAll(after).hasSize(after.size() + 2);
        assertThat(before)
                .filteredOn(line -> !after.contains(line))
                .allMatch(line -> line.contains("/jspecify/1.0.1/"));
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void aReplacedArtifactFailsBeforeItIsUsedUnlessItIsAccepted(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild).systemProperty("syscall.configure", "false");
        Path file = build.project().resolve(FILE);
        build.execute(first -> assertThat(first.file(CONFIG)).doesNotExist());
        String recorded = Files.readString(file);
        Path jar = build.repository().resolve(JUNIT);
        byte[] other = Files.readAllBytes(build.repository().resolve(JUNIT.replace(".jar", ".pom")));
        String known = hash(recorded, JUNIT);
        Files.write(jar, other);

        build.executeAndFail(refused -> {
            assertThat(refused.toString())
                    .contains("'org.junit.jupiter:junit-jupiter:jar:6.1.3' has the digest "
                            + hash(recorded, JUNIT.replace(".jar", ".pom")) + ", but its line has " + known)
                    .doesNotContain("Building lib");
            assertThat(file).hasContent(recorded);
        });
        // A module that nothing is compiled in, so that a jar which is none does no harm.
        Files.delete(build.project().resolve("app/src/test/java/org/example/LibTest.java"));
        build.systemProperty("syscall.accept", "org.junit.jupiter:junit-jupiter:6.1.3")
                .systemProperty("syscall.merge", "true")
                .execute(accepted -> {
                    assertThat(accepted.toString()).contains("Accepted: 'org.junit.jupiter:junit-jupiter:jar:6.1.3'");
                    assertThat(hash(Files.readString(file), JUNIT)).isNotEqualTo(known);
                });
    }

    /** What the local repository does not have yet is fetched and looked at before the build runs. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void anArtifactThatIsReplacedWhereItComesFromFailsBeforeItIsUsed(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild);
        Path file = build.project().resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "0".repeat(64) + "  " + JUNIT + "\n");

        build.executeAndFail(refused -> {
            assertThat(build.repository().resolve(JUNIT)).exists();
            assertThat(refused.toString())
                    .contains("'org.junit.jupiter:junit-jupiter:jar:6.1.3' has the digest ")
                    .contains("but its line has " + "0".repeat(64))
                    .doesNotContain("Recording what Maven resolves");
            assertThat(refused.file("target/trusted-checksums")).doesNotExist();
        });
        build.systemProperty("syscall.accept", "org.junit.jupiter:junit-jupiter:6.1.3")
                .execute(accepted ->
                        assertThat(hash(Files.readString(file), JUNIT)).doesNotStartWith("000000"));
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void aSnapshotThatADependencyNeedsIsLeftOutAndNamed(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild);
        install(build, "direct", "1", dependency("indirect", "2-SNAPSHOT", ""));
        install(build, "indirect", "2-SNAPSHOT", "");
        edit(build.project().resolve("lib/pom.xml"), "</project>", dependency("direct", "1", "") + "</project>");
        build.execute(left -> {
            assertThat(left.toString())
                    .contains("Left out, as snapshots change under their names:")
                    .contains("'their:indirect:2-SNAPSHOT'")
                    .doesNotContain("as snapshots change under their names: 'org.example");
            assertThat(lines(left.file(FILE)))
                    .anyMatch(line -> line.endsWith("  their/direct/1/direct-1.jar"))
                    .noneMatch(line -> line.contains("SNAPSHOT"));
        });
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void aDependencyOfSystemScopeIsNamedBeforeTheBuildFailsOnIt(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild);
        String jar = build.repository().resolve("their/any.jar").toString();
        install(
                build,
                "direct",
                "1",
                dependency("legacy", "3", "<scope>system</scope><systemPath>" + jar + "</systemPath>"));
        Files.write(Path.of(jar), EMPTY_ARCHIVE);
        edit(build.project().resolve("lib/pom.xml"), "</project>", dependency("direct", "1", "") + "</project>");
        build.executeAndFail(refused -> {
            assertThat(refused.toString())
                    .contains("which have no repository, and fails on their:legacy:jar:3. Put them into a repository.")
                    .doesNotContain("Recording what Maven resolves");
            assertThat(refused.file(".mvn")).isEmptyDirectory();
        });
    }

    private static String dependency(String artifact, String version, String more) {
        return "<dependencies><dependency><groupId>their</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version>" + more + "</dependency></dependencies>";
    }

    /** Puts an artifact without classes into the local repository. */
    private static void install(MavenBuild build, String artifact, String version, String rest) throws IOException {
        Path folder = Files.createDirectories(build.repository().resolve("their/" + artifact + "/" + version));
        String name = artifact + "-" + version;
        Files.writeString(
                folder.resolve(name + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>their</groupId><artifactId>" + artifact
                        + "</artifactId><version>" + version + "</version>" + rest + "</project>");
        Files.write(folder.resolve(name + ".jar"), EMPTY_ARCHIVE);
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void whatCannotBeWrittenOrReadIsNamedAndNothingIsHalfWritten(MavenBuild mavenBuild) throws IOException {
        Requires.mounts();
        MavenBuild build = build(mavenBuild);
        Path config = build.project().resolve(CONFIG);
        Path file = build.project().resolve(FILE);
        Files.createDirectories(config.getParent());
        build.under("unshare", "--mount", "sh", "-c", "mount --bind -o ro .mvn .mvn && exec \"$@\"", "sh")
                .executeAndFail(readOnly -> {
                    assertThat(readOnly.toString())
                            .contains(".mvn/checksums")
                            .contains("EROFS (Read-only file system)");
                    assertThat(readOnly.file(".mvn")).isEmptyDirectory();
                });
        build.under();

        Files.writeString(config, "-Dtheirs=1 -D" + ENFORCED + ".record=false -D" + SOURCE + "=true\n");
        build.executeAndFail(shared -> {
            assertThat(shared.toString())
                    .contains("'" + CONFIG + "' does not let Maven verify: line 1 holds several options");
            assertThat(shared.file(".mvn/checksums")).doesNotExist();
        });

        Files.delete(config);
        Files.createDirectories(file.getParent());
        String conflict = "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n";
        Files.writeString(file, conflict);
        build.executeAndFail(unsolved -> {
            assertThat(unsolved.toString())
                    .contains("'" + FILE + "' line 1 is a conflict marker of a version control system");
            assertThat(file).hasContent(conflict);
            assertThat(config).doesNotExist();
        });
        Files.delete(file);

        edit(build.project().resolve("lib/pom.xml"), "</project>", "<dependencies></project>");
        build.executeAndFail(broken -> {
            assertThat(broken.toString()).contains("lib/pom.xml");
            assertThat(config).doesNotExist();
        });
    }

    /** Maven loads them before it reads a POM. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void extensionsOfMavenAreRecordedAndEnforced(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild);
        install(build, "extension", "1", "");
        Files.writeString(
                build.project().resolve(".mvn/extensions.xml"),
                "<extensions><extension><groupId>their</groupId><artifactId>extension</artifactId>"
                        + "<version>1</version></extension></extensions>");
        Path file = build.project().resolve(FILE);
        build.execute(written -> assertThat(lines(file)).anyMatch(line -> line.endsWith("  " + EXTENSION)));
        build.goals("verify").execute(built -> {});
        edit(file, hash(Files.readString(file), EXTENSION), "0".repeat(64));
        build.executeAndFail(refused -> assertThat(refused.toString()).contains("0".repeat(64)));
    }

    /** A second local repository, which Maven only reads. */
    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void whatATailOfTheLocalRepositoryHasIsKnown(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild).online();
        install(build, "direct", "1", "");
        Path tail = build.repository().resolveSibling("tail");
        Files.createDirectories(tail);
        Files.move(build.repository().resolve("their"), tail.resolve("their"));
        edit(build.project().resolve("lib/pom.xml"), "</project>", dependency("direct", "1", "") + "</project>");
        Path file = build.project().resolve(FILE);
        build.systemProperty("maven.repo.local.tail", tail.toString())
                .execute(written -> assertThat(lines(file)).anyMatch(line -> line.endsWith("  " + IN_TAIL)));
        build.qualifiedGoals("verify-trusted-checksums")
                .execute(verified -> assertThat(verified.toString())
                        .containsPattern("; 2 of the .* are in the next one, and match"));

        Files.writeString(tail.resolve(IN_TAIL), "replaced");
        build.executeAndFail(verified -> assertThat(verified.log())
                .filteredOn(line -> line.startsWith("[ERROR]") && line.contains(IN_TAIL + "': mismatch"))
                .hasSize(1));
        build.qualifiedGoals(GOAL)
                .executeAndFail(refused -> assertThat(refused.toString())
                        .contains("'their:direct:jar:1' has the digest ")
                        .doesNotContain("Recording what Maven resolves"));
    }

    private static String hash(String file, String path) {
        return file.lines()
                .filter(line -> line.endsWith("  " + path))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
    }

    @MavenTest(except = {"3.9.16", "4.0.0-rc-6"})
    void aMavenThatDoesNotEnforceIsRefusedInOneSentence(MavenBuild mavenBuild) {
        build(mavenBuild).executeAndFail(build -> {
            assertThat(build.log().stream().filter(line -> line.contains("Use Maven 3.9.4 or later")))
                    .hasSize(1);
            assertThat(build.file(".mvn")).isEmptyDirectory();
        });
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3")
    void aBuildThatFailsLeavesAllAsItWasAndSaysWhy(MavenBuild mavenBuild) throws IOException {
        MavenBuild build = build(mavenBuild);
        edit(build.project().resolve("app/src/test/java/org/example/LibTest.java"), "42", "43");
        build.executeAndFail(failed -> {
            assertThat(failed.toString())
                    .contains("The build that records failed with exit code 1:")
                    .contains("LibTest.answers")
                    .contains("Nothing was changed. All that it printed is in '"
                            + failed.file("target/trusted-checksums/recording.log") + "'");
            assertThat(failed.file("target/trusted-checksums/recording.log"))
                    .content()
                    .contains("expected: <43> but was: <42>");
            assertThat(failed.file(".mvn")).isEmptyDirectory();
        });
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void eachFileIsComparedOnceWithWhatItsRepositoryPublishes(MavenBuild mavenBuild) throws Exception {
        MavenBuild build = build(mavenBuild)
                .online()
                .systemProperty("syscall.configure", "false")
                .systemProperty("syscall.compareRemote", "true");
        try (Server server = new Server(Path.of(System.getProperty("it.outer.repository")))) {
            build.systemProperty("it.outer.repository", server.url());
            build.systemProperty("syscall.accept", OURS).execute(compared -> {
                List<String> lines = lines(compared.file(FILE));
                long ours = lines.stream()
                        .filter(line -> line.contains("  io/github/syscallmaven/"))
                        .count();
                assertThat(ours).isBetween(2L, 3L);
                assertThat(compared.toString())
                        .contains("All of " + (lines.size() - ours) + " files are what their repositories publish. "
                                + ours + " were not compared, as syscall.accept names them.");
            });
            server.asked.clear();
            String pom = JUNIT.replace(".jar", ".pom");
            Files.writeString(build.repository().resolve(pom), "\n", StandardOpenOption.APPEND);
            Files.delete(build.project().resolve(FILE));
            build.systemProperty("syscall.accept", "").executeAndFail(tampered -> {
                assertThat(tampered.toString())
                        .contains("are not what a repository publishes")
                        .contains("/syscall-maven-plugin-" + VERSION + ".jar' has no published checksum")
                        .contains("'" + pom + "' has the SHA-1 ");
                assertThat(tampered.file(FILE)).doesNotExist();
            });
            // What nobody publishes is asked of each repository.
            server.asked.keySet().removeIf(path -> path.startsWith("io/github/syscallmaven/"));
            assertThat(server.asked)
                    .hasSizeGreaterThan(100)
                    .allSatisfy((path, times) -> assertThat(times).isEqualTo(1));
            assertThat(server.most).isLessThanOrEqualTo(5);
        }
        build.executeAndFail(alone -> assertThat(alone.toString())
                .contains("Cannot ask the repository 'outer-build' (http://127.0.0.1:")
                .doesNotContain("are not what a repository publishes"));
        build.systemProperty("syscall.compareRemote", "false");
        edit(build.project().resolve("lib/pom.xml"), "</project>", dependency("nowhere", "1", "") + "</project>");
        build.executeAndFail(alone -> assertThat(alone.toString())
                .contains("The build that records failed with exit code 1:")
                .contains("their:nowhere:")
                .contains("Nothing was changed."));
    }

    /** A repository on the loopback that makes checksums for what a folder holds, and counts who asks. */
    private static final class Server implements AutoCloseable {
        private final HttpServer server;
        /** How often, by path. */
        private final Map<String, Integer> asked = new ConcurrentHashMap<>();

        private final ExecutorService threads = Executors.newCachedThreadPool();
        private int now;
        private int most;

        Server(Path folder) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                enter();
                try (exchange) {
                    String path = exchange.getRequestURI().getPath().substring(1);
                    byte[] answer = answer(folder, path);
                    exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
                    if (answer != null) {
                        exchange.getResponseBody().write(answer);
                    }
                } catch (NoSuchAlgorithmException e) {
                    throw new IOException(e);
                } finally {
                    leave();
                }
            });
            server.start();
        }

        /** Null when there is no such file. Resolver downloads what it lacks, and remembers a checksum for it. */
        private byte @Nullable [] answer(Path folder, String path) throws IOException, NoSuchAlgorithmException {
            if (!path.endsWith(".sha1")) {
                Path file = folder.resolve(path);
                return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            }
            asked.merge(path, 1, Integer::sum);
            byte[] bytes = answer(folder, path.substring(0, path.length() - ".sha1".length()));
            return bytes == null
                    ? null
                    : HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes))
                            .getBytes(StandardCharsets.US_ASCII);
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }

        private synchronized void enter() {
            most = Math.max(most, ++now);
        }

        private synchronized void leave() {
            now--;
        }
    }
}
