package io.github.syscallmaven.syscall.stub;

import com.sun.jna.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folders in which JNA looks for libraries, in its order. It runs {@code ldconfig -p} to find out, which takes
 * longer than all else that it does when it starts, and prints what stands in one file: this reads the file.
 *
 * <p>Layout of the file: glibc, {@code sysdeps/generic/dl-cache.h}, {@code struct cache_file_new}.
 */
final class LibraryFolders {
    static final Path CACHE = Path.of("/etc/ld.so.cache");

    private static final String MAGIC = "glibc-ld.so.cache1.1";
    private static final int HEADER = 48;
    private static final int ENTRY = 24;

    /** In an entry: where its path is. */
    private static final int VALUE = 8;

    private LibraryFolders() {}

    /**
     * As the property {@code jna.platform.library.path} has them; null when the file cannot be read, or has a form that
     * glibc does not write by itself since 2.32. Then JNA has to find out.
     */
    static @Nullable String path(Path cache) {
        try {
            // By methods of String, which are compiled by now.
            byte[] bytes = Files.readAllBytes(cache);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.startsWith(MAGIC) ? path(text, ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder())) : null;
        } catch (IOException | IndexOutOfBoundsException noCache) {
            return null;
        }
    }

    private static @Nullable String path(String cache, ByteBuffer numbers) {
        Set<String> folders = new LinkedHashSet<>(first());
        int count = numbers.getInt(MAGIC.length());
        for (int i = 0; i < count; i++) {
            int path = numbers.getInt(HEADER + i * ENTRY + VALUE);
            folders.add(cache.substring(path, cache.lastIndexOf('/', cache.indexOf('\0', path))));
        }
        StringBuilder path = new StringBuilder();
        for (String folder : folders) {
            if (Files.isDirectory(Path.of(folder))) {
                path.append(path.length() == 0 ? "" : File.pathSeparator).append(folder);
            }
        }
        return path.length() == 0 ? null : path.toString();
    }

    /** What JNA looks through before all that {@code ldconfig} names. */
    private static List<String> first() {
        String triplet = Platform.isIntel()
                ? "x86_64-linux-gnu"
                : Platform.isARM() ? "arm-linux-gnueabi" : Platform.ARCH + "-linux-gnu";
        return List.of("/usr/lib/" + triplet, "/lib/" + triplet, "/usr/lib64", "/lib64", "/usr/lib", "/lib");
    }
}
