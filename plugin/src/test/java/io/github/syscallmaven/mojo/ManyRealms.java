package io.github.syscallmaven.mojo;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.testing.SeparateClasses;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * In a JVM of its own: builds that each load the plugin anew, one after the other in one thread, as an embedded Maven
 * or an IDE makes them. Prints what there is before, with all of them, and when nothing of them is left or it does not
 * get less any more.
 *
 * <p>Arguments: a folder, the number of builds.
 */
final class ManyRealms {
    /** JNA's own thread waits half a minute for more to do before it ends. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<WeakReference<ClassLoader>> realms = new ArrayList<>();
    private int builds;

    private ManyRealms() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        ManyRealms builds = new ManyRealms();
        // One build first, since it leaves what any first use of the JDK's own classes leaves.
        builds.build(folder);
        builds.waitUntilNothingIsLeft();
        builds.print("before");
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            builds.build(folder);
        }
        builds.print("with");
        builds.waitUntilNothingIsLeft();
        builds.print("after");
    }

    private void waitUntilNothingIsLeft() throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while ((!realms.isEmpty() || cleaners() > 0 || libraries() > builds)
                && Instant.now().isBefore(end)) {
            System.gc();
            realms.removeIf(realm -> realm.get() == null);
            Thread.sleep(100);
        }
    }

    private void build(Path folder) throws Exception {
        builds++;
        try (SeparateClasses realm = SeparateClasses.sharing("org.apache.maven.", "org.eclipse.", "org.codehaus.")) {
            realms.add(new WeakReference<>(realm));
            var build = realm.load(Build.class).getDeclaredMethod("run", Path.class);
            build.setAccessible(true);
            build.invoke(null, folder);
        }
    }

    private void print(String when) throws IOException {
        System.out.println(when + ": " + realms.size() + " realms, " + cleaners() + " threads of JNA, "
                + count("/proc/self/task") + " threads, " + count("/proc/self/fd") + " descriptors, " + libraries()
                + " libraries, " + resident() + " KiB");
    }

    private static long cleaners() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JNA Cleaner"))
                .count();
    }

    /** Entries of a folder, such as those of /proc for threads and descriptors. */
    static long count(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(folder))) {
            return entries.count();
        }
    }

    /** Executable mappings of JNA's libraries and ours. The libffi in JNA's keeps one page of each, by an open file. */
    private static long libraries() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.matches(".* r-xp .*/syscall-[^/]+/.*"))
                    .count();
        }
    }

    private static String resident() throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D+", ""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The goals of one build, by the classes of one realm. */
    static final class Build {
        private Build() {}

        static void run(Path folder) throws Exception {
            new GoalRun(
                            new RecordingLog(),
                            HostFacts::current,
                            false,
                            new HostChoice("fail", false),
                            TestProject.noTrace())
                    .run(() -> access -> writeAndRead(access.io(), BytePath.of(folder.toString())));
        }

        private static void writeAndRead(FileIo io, BytePath folder) throws IOException {
            BytePath name = BytePath.of("file");
            try (Root root = io.openOrCreate(folder)) {
                root.write(name, out -> out.write(1), WriteOptions.DEFAULT);
                root.readAll(name, 1);
                root.readSmall(List.of(name), NameOrigin.GIVEN, (index, bytes) -> {});
            }
        }
    }
}
