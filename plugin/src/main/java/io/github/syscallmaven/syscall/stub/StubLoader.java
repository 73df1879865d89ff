package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.AuxiliaryVector;
import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import io.github.syscallmaven.syscall.stub.image.UnusableStubException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Loads the stub from the plugin's jar: checks it, unpacks it where only this user can write, reads it back, maps it,
 * removes the file, and tests the stub. The classes of this package use Java's own file access, as there is no stub
 * yet.
 */
public final class StubLoader {
    /** System property: the directory to unpack the stub into, instead of the default ones. */
    public static final String DIRECTORY_PROPERTY = "syscall.stubDirectory";

    /** Reachable for as long as somebody uses its gate. */
    private static WeakReference<LoadedStub> loaded = new WeakReference<>(null);

    private final List<Path> directories;

    StubLoader(List<Path> directories) {
        this.directories = directories;
    }

    /**
     * The gate through the stub for this CPU, one for all that share this class loader. The first call loads the stub
     * and takes some tens of milliseconds.
     */
    public static Gate gate(Arch arch) throws StubException {
        return stub(arch).gate();
    }

    /** What the stub in this process has for digests, which is nothing as long as none is loaded. Loads nothing. */
    public static synchronized BlockFunctions blockFunctions() {
        LoadedStub stub = loaded.get();
        return stub == null ? BlockFunctions.NONE : stub.blockFunctions();
    }

    /** The same stub, with what there is to know about it. */
    public static synchronized LoadedStub stub(Arch arch) throws StubException {
        LoadedStub stub = loaded.get();
        if (stub == null) {
            stub = new StubLoader(candidates(System::getProperty, System.getenv()))
                    .load(arch, () -> StubImage.shipped(arch));
            loaded = new WeakReference<>(stub);
        }
        return stub;
    }

    /**
     * Where the stub may be unpacked, in the order in which the places are tried: JNA's own places, as it has to work
     * there too. An empty value counts as none, a relative one is ignored (XDG Base Directory Specification): it would
     * leave a folder in the user's tree.
     */
    static List<Path> candidates(UnaryOperator<@Nullable String> property, Map<String, String> environment) {
        String chosen = property.apply(DIRECTORY_PROPERTY);
        if (chosen != null && !chosen.isEmpty()) {
            return List.of(Path.of(chosen));
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String cacheOrDefault = cache.isEmpty() ? property.apply("user.home") + "/.cache" : cache;
        Set<Path> candidates = new LinkedHashSet<>();
        for (String folder : Arrays.asList(
                property.apply("jna.tmpdir"), cacheOrDefault + "/JNA/temp", property.apply("java.io.tmpdir"))) {
            if (folder != null && Path.of(folder).isAbsolute()) {
                candidates.add(Path.of(folder));
            }
        }
        return List.copyOf(candidates);
    }

    /**
     * In a thread of its own: JNA starts a thread that would keep the caller's context class loader, and leaves objects
     * of its own in the thread that maps, which would keep the plugin's classes loaded as long as the caller's thread
     * lives. That takes its time; meanwhile the caller's thread reads and verifies the image, before which nothing of
     * it is unpacked.
     */
    LoadedStub load(Arch arch, Callable<StubImage> shipped) throws StubException {
        FutureTask<StubImage> verification = new FutureTask<>(() -> {
            StubImage image = shipped.call();
            image.verify();
            return image;
        });
        FutureTask<LoadedStub> loading = new FutureTask<>(() -> {
            LoadedStub stub = mapInFirstPossible(verification);
            SelfTest.run(arch, stub.gate());
            KnownAnswers.check(stub.blockFunctions());
            return stub;
        });
        Thread thread = new Thread(loading, "syscall stub");
        thread.setContextClassLoader(StubLoader.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
        verification.run();
        return resultOf(loading);
    }

    /** It is a matter of milliseconds, and is waited for in any case. */
    private static <T> T resultOf(FutureTask<T> loading) throws StubException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return loading.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw rethrown(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static StubException rethrown(ExecutionException e) {
        return e.getCause() instanceof StubException known
                ? known
                : new UnusableStubException("The stub cannot be loaded: " + e.getCause(), e);
    }

    private LoadedStub mapInFirstPossible(FutureTask<StubImage> verification) throws StubException {
        List<String> failures = new ArrayList<>();
        for (Path directory : directories) {
            try {
                return mapIn(TrustedFolder.of(directory), verification);
            } catch (IOException e) {
                failures.add("'" + directory + "': " + e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        throw new UnusableStubException("The stub cannot be loaded from any folder: " + String.join("; ", failures)
                + ". If this Linux has no glibc, run the build on one that has; otherwise name a folder of yours,"
                + " which only you and root may write to, on a file system that has room and is not mounted noexec, by"
                + " -D"
                + DIRECTORY_PROPERTY + "=...");
    }

    private static LoadedStub mapIn(Path directory, FutureTask<StubImage> verification)
            throws IOException, StubException {
        try (PrivateFolder folder = PrivateFolder.in(directory)) {
            JnaStart.in(folder);
            StubImage image = resultOf(verification);
            // A name that no other library in this process has: the loader takes one for the other.
            Path file = folder.write(folder.path().getFileName() + ".so", image.bytes());
            Stub stub = Stub.map(file.toString());
            BlockFunctions functions = blockFunctions(image.arch(), stub);
            return stub.describe(new LoadedStub(image, directory.toString(), stub, functions));
        } finally {
            PrivateFolder.removeLeftovers(directory);
        }
    }

    private static BlockFunctions blockFunctions(Arch arch, Stub stub) throws IOException {
        return switch (arch) {
            case X86_64 -> {
                stub.map(X8664Features.class);
                yield mapped(stub, X8664Features.usable(X8664Features.cpu_features()));
            }
            case AARCH64 -> {
                OptionalLong hwcap = AuxiliaryVector.value(new Syscalls(arch, stub), AuxiliaryVector.AT_HWCAP);
                yield mapped(stub, AArch64Features.usable(hwcap.orElse(0)));
            }
            // A CPU needs none; the JDK has them all.
            default -> BlockFunctions.NONE;
        };
    }

    private static BlockFunctions mapped(Stub stub, Set<BlockDigest> usable) throws IOException {
        stub.map(MappedBlockFunctions.class);
        return new MappedBlockFunctions(stub, usable);
    }
}
