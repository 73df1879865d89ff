package io.github.syscallmaven.testing;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A class loader that shares nothing with the tests' own, as the realm of a second plugin does in Maven. */
public final class SeparateClasses extends URLClassLoader {
    private final Set<String> shared;

    private SeparateClasses(URL[] classPath, Set<String> shared) {
        super(classPath, ClassLoader.getPlatformClassLoader());
        this.shared = shared;
    }

    /** All that is on the class path. */
    public static SeparateClasses all() {
        return of(entry -> true);
    }

    /** All but JNA: whatever would load one of its classes fails with a {@link NoClassDefFoundError}. */
    public static SeparateClasses withoutJna() {
        return of(entry -> !Path.of(entry).getFileName().toString().startsWith("jna-"));
    }

    /** All but the classes whose names begin so, which are the tests' own: as Maven's are for every plugin. */
    public static SeparateClasses sharing(String... prefixes) {
        return of(entry -> true, Set.of(prefixes));
    }

    private static SeparateClasses of(Predicate<String> entries) {
        return of(entries, Set.of());
    }

    private static SeparateClasses of(Predicate<String> entries, Set<String> shared) {
        return new SeparateClasses(
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entries)
                        .map(SeparateClasses::url)
                        .toArray(URL[]::new),
                shared);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        boolean isShared = shared.stream().anyMatch(name::startsWith);
        return isShared ? SeparateClasses.class.getClassLoader().loadClass(name) : super.findClass(name);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** This class once more. */
    public Class<?> load(Class<?> type) throws ClassNotFoundException {
        return loadClass(type.getName());
    }
}
