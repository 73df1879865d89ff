package io.github.syscallmaven.syscall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the stub from the plugin's jar into the process: checked, unpacked where only this user can write, read back,
 * mapped, removed, and tried out. The one place that uses Java's own file access, since it runs before there is any other.
 */
public final class StubLoader {
    /** System property: the folder to unpack the stub in, instead of those that are tried in turn. */
    public static final String DIRECTORY_PROPERTY = "syscall.stubDirectory";

    private static @Nullable LoadedStub loaded;

    private final List<Path> directories;

    StubLoader(List<Path> directories) {
        this.directories = directories;
    }

    /**
     * The gate through the stub for this CPU, one for all that share this class loader. The first call loads the stub and
     * takes some tens of milliseconds.
     */
    public static Gate gate(Arch arch) throws StubException {
        return stub(arch).gate();
    }

    /** The same stub, with what there is to know about it. */
    public static synchronized LoadedStub stub(Arch arch) throws StubException {
        if (loaded == null) {
            loaded = new StubLoader(candidates(System::getProperty, System.getenv())).load(StubImage.shipped(arch));
        }
        return loaded;
    }

    /**
     * Where the stub may be unpacked, in the order in which the places are tried: JNA's own places, as it has to work there
     * too. An empty value counts as none, a relative one is ignored (XDG Base Directory Specification): it would leave a
     * folder in the user's tree.
     */
    static List<Path> candidates(UnaryOperator<@Nullable String> property, Map<String, String> environment) {
        String chosen = property.apply(DIRECTORY_PROPERTY);
        if (chosen != null && !chosen.isEmpty()) {
            return List.of(Path.of(chosen));
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String cacheOrDefault = cache.isEmpty() ? property.apply("user.home") + "/.cache" : cache;
        return Stream.of(property.apply("jna.tmpdir"), cacheOrDefault + "/JNA/temp", property.apply("java.io.tmpdir"))
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .distinct()
                .toList();
    }

    LoadedStub load(StubImage image) throws StubException {
        image.verify();
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        // JNA starts a thread that lives as long as the JVM and would keep the caller's context class loader.
        thread.setContextClassLoader(StubLoader.class.getClassLoader());
        try {
            startJna();
            LoadedStub stub = mapInFirstPossible(image);
            SelfTest.run(image.arch(), stub.gate());
            return stub;
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    private static void startJna() throws StubException {
        try {
            NativeBuffer.allocate(1);
        } catch (LinkageError e) {
            Throwable reason = e;
            while (reason.getCause() != null) {
                reason = reason.getCause();
            }
            if (reason instanceof IllegalCallerException) {
                throw new StubException(
                        "This JVM does not let JNA load its native library: " + reason.getMessage()
                                + ". Allow it by a line --enable-native-access=ALL-UNNAMED in .mvn/jvm.config.",
                        e);
            }
            throw new StubException(
                    "JNA cannot load its native library: " + reason
                            + ". If its folder is mounted noexec, name another by -Djna.tmpdir=...; if this Linux has no"
                            + " glibc, run the build on one that has.",
                    e);
        }
    }

    private LoadedStub mapInFirstPossible(StubImage image) throws StubException {
        List<String> failures = new ArrayList<>();
        for (Path directory : directories) {
            try {
                return new LoadedStub(image, directory.toString(), mapIn(directory, image));
            } catch (IOException e) {
                failures.add("'" + directory + "': " + e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        throw new StubException("The stub cannot be loaded from any folder: " + String.join("; ", failures)
                + ". Name a folder that you may write to, on a file system that is not mounted noexec, by -D"
                + DIRECTORY_PROPERTY + "=...");
    }

    private static Gate mapIn(Path directory, StubImage image) throws IOException {
        Files.createDirectories(directory);
        Path ours = Files.createTempDirectory(
                directory,
                "syscall-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = ours.resolve("libsyscall.so");
        try {
            Files.write(file, image.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (!Arrays.equals(Files.readAllBytes(file), image.bytes())) {
                throw new IOException("the file holds other bytes than were written");
            }
            return Stub.map(file.toAbsolutePath().toString());
        } finally {
            Files.deleteIfExists(file);
            Files.delete(ours);
        }
    }
}
