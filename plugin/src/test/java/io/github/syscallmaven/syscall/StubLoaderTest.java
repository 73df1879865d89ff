package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.SeparateClasses;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubLoaderTest {
    private static final Map<String, String> PROPERTIES = Map.of("user.home", "/home/me", "java.io.tmpdir", "/tmp");

    @TempDir
    Path folder;

    @Test
    void shippedStubAnswersGetpid() throws Exception {
        Syscalls syscalls = new Syscalls(TestArch.THIS, StubLoader.gate(TestArch.THIS));

        assertThat((long) syscalls.getpid()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void stubIsLoadedOnce() throws Exception {
        assertThat(StubLoader.stub(TestArch.THIS)).isSameAs(StubLoader.stub(TestArch.THIS));
        assertThat(StubLoader.gate(TestArch.THIS))
                .isSameAs(StubLoader.stub(TestArch.THIS).gate());
    }

    @Test
    void foldersOfJnaAreTriedFirstAndThenTheTemporaryFolder() {
        assertThat(StubLoader.candidates(PROPERTIES::get, Map.of()))
                .isEqualTo(paths("/home/me/.cache/JNA/temp", "/tmp"));
        assertThat(StubLoader.candidates(PROPERTIES::get, Map.of("XDG_CACHE_HOME", "/cache")))
                .isEqualTo(paths("/cache/JNA/temp", "/tmp"));
        assertThat(StubLoader.candidates(with("jna.tmpdir", "/jna")::get, Map.of()))
                .isEqualTo(paths("/jna", "/home/me/.cache/JNA/temp", "/tmp"));
        assertThat(StubLoader.candidates(with("jna.tmpdir", "/tmp")::get, Map.of()))
                .isEqualTo(paths("/tmp", "/home/me/.cache/JNA/temp"));
    }

    @Test
    void folderThatTheUserNamesIsTheOnlyOne() {
        assertThat(StubLoader.candidates(with("syscall.stubDirectory", "here")::get, Map.of()))
                .isEqualTo(paths("here"));
    }

    @Test
    void emptyAndRelativeFoldersAreNotUsed() {
        assertThat(StubLoader.candidates(with("syscall.stubDirectory", "")::get, Map.of("XDG_CACHE_HOME", "")))
                .isEqualTo(paths("/home/me/.cache/JNA/temp", "/tmp"));
        assertThat(StubLoader.candidates(with("jna.tmpdir", "")::get, Map.of("XDG_CACHE_HOME", "cache")))
                .isEqualTo(paths("/tmp"));
        assertThat(StubLoader.candidates(with("user.home", "?")::get, Map.of())).isEqualTo(paths("/tmp"));
    }

    private static Map<String, String> with(String property, String value) {
        Map<String, String> properties = new HashMap<>(PROPERTIES);
        properties.put(property, value);
        return properties;
    }

    private static List<Path> paths(String... paths) {
        return Stream.of(paths).map(Path::of).toList();
    }

    @Test
    void nothingIsLeftBehindNorWritableAndNoStackTurnsExecutable() throws Exception {
        Run run = Run.of(Run.java(List.of(), LoadStub.class, folder.toString())).successful();

        assertThat(run.lines())
                .contains(
                        "unpacked in " + folder,
                        "more writable and executable mappings: 0",
                        "writable mappings of the stub: 0");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void stubWithAnExecutableStackWouldBeNoticed() throws Exception {
        StubPatch stub = new StubPatch();
        stub.putInt(stub.segment(ElfFile.PT_GNU_STACK) + 4, 7);
        Path file = Files.write(folder.resolve("libsyscall.so"), stub.bytes());

        Run run = Run.of(Run.java(List.of(), LoadStub.Unchecked.class, file.toString()))
                .successful();

        // Every thread has a stack; glibc 2.41 and later refuses such a library.
        assertThat(run.output()).containsPattern("more writable and executable mappings: [1-9]|^refused: ");
    }

    @Test
    void folderThatCannotBeUsedIsPassedOver() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Run run = Run.of(Run.java(List.of(), LoadStub.class, file.resolve("sub").toString(), folder.toString()))
                .successful();

        assertThat(run.lines()).contains("unpacked in " + folder);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void noFolderThatCanBeUsedIsAnErrorThatNamesThem() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        StubLoader loader = new StubLoader(List.of(file, file.resolve("sub")));

        assertThatExceptionOfType(StubException.class)
                .isThrownBy(() -> loader.load(StubImage.shipped(TestArch.THIS)))
                .withMessageContainingAll("'" + file + "'", "'" + file.resolve("sub") + "'")
                .withMessageEndingWith("by -Dsyscall.stubDirectory=...");
    }

    @Test
    void damagedStubIsRefusedBeforeAnyFolderIsTouched() {
        StubImage damaged =
                new StubImage(Arch.X86_64, new StubPatch().putByte(0x290, 0).bytes());

        assertThatExceptionOfType(StubException.class)
                .isThrownBy(() -> new StubLoader(List.of(folder.resolve("new"))).load(damaged))
                .withMessageContaining("SHA-256 is");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void noexecFolderIsPassedOver() throws Exception {
        Run run = loadWithNoexec(folder.resolve("other")).successful();

        assertThat(run.lines()).contains("unpacked in " + folder.resolve("other"));
    }

    @Test
    void noexecFolderAloneIsAnErrorThatSaysWhatDlopenSaid() throws Exception {
        Run run = loadWithNoexec();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .containsPattern("StubException: The stub cannot be loaded from any folder: '.*/noexec': .*"
                        + "failed to map segment from shared object\\. Name a folder");
    }

    @Test
    void noexecFolderOfJnaIsAnErrorThatNamesTheProperty() throws Exception {
        Path noexec = Files.createDirectory(folder.resolve("noexec"));
        List<String> options = List.of("-Djna.tmpdir=" + noexec);

        Run run = withNoexec(noexec, Run.java(options, LoadStub.class, folder.toString()));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .containsPattern("StubException: JNA cannot load its native library: .*"
                        + "failed to map segment from shared object\\. .* by -Djna\\.tmpdir=");
    }

    private Run loadWithNoexec(Path... others) throws Exception {
        Path noexec = Files.createDirectory(folder.resolve("noexec"));
        String[] folders = Stream.concat(Stream.of(noexec), Stream.of(others))
                .map(Path::toString)
                .toArray(String[]::new);
        return withNoexec(noexec, Run.java(List.of(), LoadStub.class, folders));
    }

    private static Run withNoexec(Path noexec, List<String> command) throws Exception {
        Prerequisite.works("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt");
        String mount = "mount -t tmpfs -o noexec none '" + noexec + "'";
        return Run.of("unshare", "-m", "sh", "-c", mount + " && exec " + Run.quoted(command));
    }

    @Test
    void stubIsUnpackedWhereOnlyThisUserCanWriteAndRemovedAtOnce() throws Exception {
        Prerequisite.works("strace", "-f", "-o", "/dev/null", "true");
        // A file for each thread: in one for all, a slow call is cut in two.
        Path log = Files.createDirectory(folder.resolve("log"));
        List<String> command = new ArrayList<>(List.of("strace", "-ff", "-qq", "-s", "200", "-o", log + "/thread"));
        command.addAll(List.of("-e", "trace=mkdir,mkdirat,open,openat,unlink,unlinkat,rmdir"));
        command.addAll(Run.java(List.of(), LoadStub.class, folder.toString()));

        Run.of(command).successful();

        assertThat(callsOn(folder + "/syscall-", log))
                .containsSubsequence(
                        "mkdir(\"it\", 0700) = 0",
                        "openat(AT_FDCWD, \"it/libsyscall.so\", O_WRONLY|O_CREAT|O_EXCL, 0666) = fd",
                        "openat(AT_FDCWD, \"it/libsyscall.so\", O_RDONLY) = fd",
                        "openat(AT_FDCWD, \"it/libsyscall.so\", O_RDONLY) = fd",
                        "unlink(\"it/libsyscall.so\") = 0",
                        "rmdir(\"it\") = 0");
    }

    private static List<String> callsOn(String prefix, Path log) throws IOException {
        List<String> calls = new ArrayList<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(log)) {
            for (Path thread : threads) {
                calls.addAll(Files.readAllLines(thread));
            }
        }
        return calls.stream()
                .filter(call -> call.contains(prefix))
                .map(call -> call.replaceAll(Pattern.quote(prefix) + "\\d+", "it")
                        .replace("|O_CLOEXEC", "")
                        .replaceFirst("\\) += ", ") = ")
                        .replaceFirst("= [1-9]\\d*$", "= fd"))
                .toList();
    }

    @Test
    void threadsThatAskAtOnceGetOneStub() throws Exception {
        Run run = Run.of(Run.java(List.of(), LoadStub.FromManyThreads.class)).successful();

        assertThat(run.output()).contains("30 gates, 1 of them different").containsPattern("pids \\[(\\d+)], is \\1");
    }

    @Test
    void secondClassLoaderLoadsAStubOfItsOwn() throws Exception {
        try (SeparateClasses classes = SeparateClasses.all()) {
            Class<?> kernel = classes.load(TestKernel.class);
            Object syscalls = kernel.getField("SYSCALLS").get(null);

            assertThat(syscalls).isNotInstanceOf(Syscalls.class);
            assertThat(syscalls.getClass().getMethod("getpid").invoke(syscalls))
                    .isEqualTo(TestKernel.SYSCALLS.getpid());
        }
    }

    @Test
    void callersContextClassLoaderIsGivenBackAndKeptByNoThread() throws Exception {
        Thread caller = Thread.currentThread();
        ClassLoader before = caller.getContextClassLoader();
        ClassLoader marker = new ClassLoader() {};
        caller.setContextClassLoader(marker);
        try (SeparateClasses classes = SeparateClasses.all()) {
            classes.load(TestKernel.class).getField("SYSCALLS").get(null);

            assertThat(caller.getContextClassLoader()).isSameAs(marker);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getContextClassLoader() == marker)
                    .containsExactly(caller);
        } finally {
            caller.setContextClassLoader(before);
        }
    }
}
