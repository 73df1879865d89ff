package io.github.syscallmaven.syscall.stub;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.stub.image.Resource;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.UnusableStubException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts JNA with its native library from a trusted folder, instead of where JNA would unpack it. A class whose
 * initialisation fails cannot be initialised again, so the library is loaded here first, where JNA then finds it.
 */
final class JnaStart {
    private static final String LIBRARY = "libjnidispatch.so";

    /** Folders with libraries. JNA leaves it set to those that it has found; they are the same. */
    private static final String LIBRARY_PATH = "jna.platform.library.path";

    /**
     * One for all class loaders of the JVM: as long as JNA reads the properties, nobody else of this plugin sets them.
     */
    private static final Object PROPERTIES = "io.github.syscallmaven.JnaStart".intern();

    private static boolean started;

    private JnaStart() {}

    /**
     * Does nothing when JNA has been started.
     *
     * @throws IOException when its library cannot be loaded from this folder
     * @throws StubException when it cannot be loaded from any
     */
    static synchronized void in(PrivateFolder folder) throws IOException, StubException {
        if (started) {
            return;
        }
        try {
            Map<String, String> properties =
                    new HashMap<>(Map.of("jna.tmpdir", folder.path().toString()));
            if (!isArrangedByUser() && isOfThisLoader()) {
                load(folder);
                properties.put("jna.boot.library.path", folder.path().toString());
            }
            String folders = isLookedForByJna() ? LibraryFolders.path(LibraryFolders.CACHE) : null;
            if (folders != null) {
                properties.put(LIBRARY_PATH, folders);
            }
            initializeWith(properties);
            started = true;
        } catch (IllegalCallerException | LinkageError e) {
            throw explain(e);
        }
    }

    /** Its two classes that read properties. */
    private static void initialize() {
        NativeBuffer.allocate(1);
        try {
            Class.forName(NativeLibrary.class.getName());
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(e.getMessage());
        }
    }

    /** JNA runs a process then to learn in which folders libraries are; neither it nor we look for any in them. */
    private static boolean isLookedForByJna() {
        return System.getProperty(LIBRARY_PATH) == null;
    }

    /** Where there is another C library, users name one of JNA's that was made for it. */
    private static boolean isArrangedByUser() {
        return System.getProperty("jna.boot.library.path") != null
                || System.getProperty("jna.boot.library.name") != null
                || !Boolean.parseBoolean(System.getProperty("jna.nosys", "true"))
                || Boolean.getBoolean("jna.noclasspath")
                || Boolean.getBoolean("jna.nounpack");
    }

    /** A class loader can only use what it has loaded itself. */
    private static boolean isOfThisLoader() {
        return Native.class.getClassLoader() == JnaStart.class.getClassLoader();
    }

    private static void load(PrivateFolder folder) throws IOException {
        String name = "com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + LIBRARY;
        URL resource = Native.class.getClassLoader().getResource(name);
        if (resource == null) {
            throw new FileNotFoundException("JNA's jar has no '" + name + "'");
        }
        folder.write(LIBRARY, Resource.bytes(resource));
        try {
            System.load(folder.path().resolve(LIBRARY).toString());
        } catch (UnsatisfiedLinkError e) {
            throw new IOException("JNA's library: " + e.getMessage(), e);
        }
    }

    /** Properties that are put back hold no longer than JNA's own initialisation, which is when it reads them. */
    private static void initializeWith(Map<String, String> properties) {
        synchronized (PROPERTIES) {
            Map<String, @Nullable String> before = new HashMap<>();
            for (Map.Entry<String, String> property : properties.entrySet()) {
                before.put(property.getKey(), System.setProperty(property.getKey(), property.getValue()));
            }
            try {
                initialize();
            } finally {
                for (Map.Entry<String, @Nullable String> property : before.entrySet()) {
                    putBack(property.getKey(), property.getValue());
                }
            }
        }
    }

    private static void putBack(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    private static UnusableStubException explain(Throwable e) {
        Throwable reason = e;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        if (reason instanceof IllegalCallerException) {
            return new UnusableStubException(
                    "This JVM does not let JNA load its native library: " + reason.getMessage()
                            + ". Allow it by a line --enable-native-access=ALL-UNNAMED in .mvn/jvm.config.",
                    e);
        }
        return new UnusableStubException("JNA cannot load its native library: " + reason, e);
    }
}
