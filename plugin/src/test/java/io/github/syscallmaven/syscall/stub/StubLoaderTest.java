package io.github.syscallmaven.syscall.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.ElfFile;
import io.github.syscallmaven.syscall.stub.image.Resource;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import io.github.syscallmaven.testing.OrdinaryUser;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.SeparateClasses;
import io.github.syscallmaven.testing.kernel.StubPatch;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        LoadedStub stub = StubLoader.stub(TestArch.THIS);

        assertThat(StubLoader.stub(TestArch.THIS)).isSameAs(stub);
        assertThat(StubLoader.gate(TestArch.THIS)).isSameAs(stub.gate());
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
                .contains("unpacked in " + folder, "more writable and executable mappings: 0")
                .anyMatch(line -> line.matches("mappings of the stub: [1-9]\\d*, writable: 0"));
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
    void writableStubWouldBeNoticed() throws Exception {
        StubPatch stub = new StubPatch();
        stub.putInt(stub.segment(ElfFile.PT_LOAD) + 4, 4 | ElfFile.PF_W);
        Path file = Files.write(folder.resolve("libsyscall.so"), stub.bytes());

        Run run = Run.of(Run.java(List.of(), LoadStub.Unchecked.class, file.toString()))
                .successful();

        assertThat(run.output()).containsPattern("mappings of the stub: \\d+, writable: [1-9]");
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
                .isThrownBy(() -> loader.load(TestArch.THIS, () -> StubImage.shipped(TestArch.THIS)))
                .withMessageContainingAll("'" + file + "'", "'" + file.resolve("sub") + "'")
                .withMessageEndingWith("by -Dsyscall.stubDirectory=...");
    }

    @Test
    void damagedStubIsRefusedBeforeAnythingOfItIsUnpacked() {
        StubImage damaged =
                new StubImage(Arch.X86_64, new StubPatch().putByte(0x290, 0).bytes());

        assertThatExceptionOfType(StubException.class)
                .isThrownBy(() -> new StubLoader(List.of(folder.resolve("new"))).load(TestArch.THIS, () -> damaged))
                .withMessageContaining("SHA-256 is");
        assertThat(folder.resolve("new")).isEmptyDirectory();
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
                        + "failed to map segment from shared object\\. If this Linux has no glibc");
    }

    @Test
    void noexecFolderOfJnaIsPassedOver() throws Exception {
        Path noexec = Files.createDirectory(folder.resolve("noexec"));
        Path other = Files.createDirectory(folder.resolve("other"));
        List<String> options = List.of("-Djna.tmpdir=" + noexec, "-Duser.home=" + noexec, "-Djava.io.tmpdir=" + other);

        Run run = withNoexec(noexec, Run.java(options, LoadStub.InDefaultFolder.class))
                .successful();

        assertThat(run.lines()).contains("unpacked in " + other);
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void folderThatHasNoRoomForJnaIsPassedOver() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full"));
        Path other = folder.resolve("other");
        Prerequisite.works("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt");
        // Enough for the stub.
        String mount = "mount -t tmpfs -o size=64k none '" + full + "'";
        List<String> command = Run.java(List.of(), LoadStub.class, full.toString(), other.toString());

        Run run = Run.of("unshare", "-m", "sh", "-c", mount + " && exec " + Run.quoted(command))
                .successful();

        assertThat(run.lines()).contains("unpacked in " + other);
    }

    @Test
    void fullFolderAloneIsAnErrorThatSaysSo() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full"));
        Prerequisite.works("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt");
        String mount = "mount -t tmpfs -o size=64k none '" + full + "'";
        List<String> command = Run.java(List.of(), LoadStub.class, full.toString());

        Run run = Run.of("unshare", "-m", "sh", "-c", mount + " && exec " + Run.quoted(command));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("'" + full + "': IOException: No space left on device");
    }

    @Test
    void stickyFolderThatSomebodyElseMadeIsPassedOver() throws Exception {
        Prerequisite.root();
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Run.of("chmod", "1777", cache.toString()).successful();
        Run.of("chown", Integer.toString(OrdinaryUser.id()), cache.toString()).successful();
        Path other = folder.resolve("other");
        List<String> options = List.of("-Djna.tmpdir=" + cache.resolve("JNA/temp"), "-Djava.io.tmpdir=" + other);

        Run run = Run.of(Run.java(
                        options, LoadStub.class, cache.resolve("JNA/temp").toString(), other.toString()))
                .successful();

        assertThat(run.lines()).contains("unpacked in " + other);
        assertThat(cache).as("nothing is put there, by JNA neither").isEmptyDirectory();
    }

    @Test
    void runWithoutUmaskLeavesNoFolderThatOthersMayWriteTo() throws Exception {
        Path cache = folder.resolve("cache/JNA/temp");
        List<String> options = List.of("-Djna.tmpdir=" + cache);
        String java = Run.quoted(Run.java(options, LoadStub.InDefaultFolder.class));

        Run run = Run.of("sh", "-c", "umask 000 && exec " + java).successful();

        assertThat(run.lines()).contains("unpacked in " + cache);
        for (Path made : List.of(cache, folder.resolve("cache/JNA"), folder.resolve("cache"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .as("%s", made)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void userWithoutAHomeGetsNoFolderInTheWorkingDirectory() throws Exception {
        List<String> options =
                List.of("-Duser.home=?", "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")));
        String java = Run.quoted(Run.java(options, LoadStub.InDefaultFolder.class));

        Run run = Run.of("env", "-u", "XDG_CACHE_HOME", "sh", "-c", "cd '" + folder + "' && exec " + java)
                .successful();

        assertThat(run.lines()).contains("unpacked in " + folder.resolve("tmp"));
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("tmp"));
    }

    @Test
    void propertiesOfJnaAreThoseOfBefore() throws Exception {
        List<String> options = List.of("-Djna.tmpdir=" + folder);

        Run run = Run.of(Run.java(options, LoadStub.InDefaultFolder.class)).successful();

        assertThat(run.lines())
                .contains(
                        "jna.tmpdir is " + folder,
                        "jna.boot.library.path is null",
                        "jna.platform.library.path is null");
    }

    @Test
    void libraryThatTheUserNamesForJnaIsUsed() throws Exception {
        Path library = folder.resolve("libjnidispatch.so");
        Files.write(library, Resource.bytes(Native.class.getResource(Platform.RESOURCE_PREFIX + "/libjnidispatch.so")));
        List<String> options = List.of("-Djna.boot.library.path=" + folder);

        Run run = Run.of(Run.java(options, LoadStub.InDefaultFolder.class)).successful();

        assertThat(run.lines()).contains("jna.boot.library.path is " + folder, "jnidispatch.path is " + library);
    }

    @Test
    void leftoversOfKilledRunsAreRemovedAndNothingElse() throws Exception {
        assertThat(Run.of(Run.java(List.of(), LoadStub.Killed.class, folder.toString()))
                        .status())
                .isEqualTo(LoadStub.Killed.STATUS);
        assertThat(folder).isNotEmptyDirectory();
        Path strangers = Files.createDirectory(folder.resolve("syscall-of-others"));
        Path file = Files.createFile(strangers.resolve("file"));
        try (PrivateFolder inUse = PrivateFolder.in(folder)) {
            Path kept = inUse.write("kept", new byte[1]);

            Run.of(Run.java(List.of(), LoadStub.class, folder.toString())).successful();

            assertThat(kept).exists();
            assertThat(folder).isDirectoryNotContaining(path -> !path.equals(inUse.path()) && !path.equals(strangers));
        }
        assertThat(file).exists();
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(strangers));
    }

    /** The kernel is told to say that it has read what is there, but reads nothing. */
    @Test
    void bytesThatDifferWhenTheyAreReadBackAreNotLoaded() throws Exception {
        Prerequisite.tool("strace");
        Path log = folder.resolve("strace.log");
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        List<String> java = Run.java(List.of(), LoadStub.Unpacked.class, unpacked.toString());
        Run.of(strace(log, "trace=pread64", java)).successful();
        List<String> calls = Files.readAllLines(log);
        String readBack = calls.stream()
                .filter(call -> call.contains("/libsyscall.so>"))
                .findFirst()
                .orElseThrow();
        String thread = readBack.substring(0, readBack.indexOf(' ') + 1);
        int when =
                calls.stream().filter(call -> call.startsWith(thread)).toList().indexOf(readBack) + 1;

        Run run = Run.of(strace(log, "inject=pread64:retval=1:when=" + when, java));

        assertThat(run.status()).isNotZero();
        assertThat(run.errors()).contains("libsyscall.so: it holds other bytes than were written");
        assertThat(unpacked).isEmptyDirectory();
    }

    private static List<String> strace(Path log, String expression, List<String> command) {
        return Stream.concat(
                        Stream.of("strace", "-f", "-y", "-e", "trace=pread64", "-e", expression, "-o", log.toString()),
                        command.stream())
                .toList();
    }

    @Test
    void stubThatNobodyUsesIsUnmappedAndCanBeMappedAnew() throws Exception {
        Run run = Run.of(Run.java(List.of(), LoadStub.TwiceWithAPause.class)).successful();

        assertThat(run.output()).containsPattern("pid (\\d+)\\R.*unmapped\\R.*pid \\1\\R");
    }

    @Test
    void secondStubWhileTheFirstIsInUseIsRefused() {
        assertThat(TestKernel.GATE).isNotNull();
        assertThatThrownBy(() -> Stub.map("/nonexistent")).isInstanceOf(IllegalStateException.class);
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

        assertThat(calls(log))
                .containsSubsequence(
                        "mkdir(\"it\", 0700) = 0",
                        "openat(AT_FDCWD, \"it/lock\", O_WRONLY|O_CREAT|O_EXCL, 0600) = fd",
                        "openat(AT_FDCWD, \"it\", O_RDONLY) = fd",
                        "openat(AT_FDCWD, \"fd/libjnidispatch.so\", O_RDWR|O_CREAT|O_EXCL, 0600) = fd",
                        "openat(AT_FDCWD, \"it/libjnidispatch.so\", O_RDONLY) = fd",
                        "openat(AT_FDCWD, \"fd/it.so\", O_RDWR|O_CREAT|O_EXCL, 0600) = fd",
                        "openat(AT_FDCWD, \"fd/it.so\", O_RDONLY) = fd",
                        "unlink(\"fd/it.so\") = 0",
                        "unlink(\"fd/lock\") = 0",
                        "rmdir(\"it\") = 0")
                .noneMatch(call -> call.contains("\"it/it.so\""));
    }

    /** With "it" for the private folder and "fd" for a descriptor of it. */
    private List<String> calls(Path log) throws IOException {
        List<String> calls = new ArrayList<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(log)) {
            for (Path thread : threads) {
                calls.addAll(Files.readAllLines(thread));
            }
        }
        return calls.stream()
                .map(call -> call.replaceAll("/proc/self/fd/\\d+", "fd")
                        .replaceAll("(" + Pattern.quote(folder + "/") + ")?syscall-\\d+-\\d+", "it")
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
