package io.github.syscallmaven.mojo;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/**
 * In a JVM of its own: builds one after the other by the same classes, as a Maven daemon makes them. Prints what the
 * JVM holds after the first of them and after the last.
 *
 * <p>Arguments: a folder, the number of builds before the first figures, and of those after them.
 */
final class ManyExecutions {
    private ManyExecutions() {}

    public static void main(String[] arguments) throws Exception {
        run(arguments[0], Integer.parseInt(arguments[1]));
        print("before");
        run(arguments[0], Integer.parseInt(arguments[2]));
        print("after");
    }

    private static void run(String folder, int builds) throws Exception {
        for (int i = 0; i < builds; i++) {
            PortableModeTest.Goals.run(folder, "false");
        }
    }

    private static void print(String when) throws IOException {
        System.gc();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed() / 1024)
                .sum();
        System.out.println(when + ": " + ManyRealms.count("/proc/self/task") + " threads, "
                + ManyRealms.count("/proc/self/fd")
                + " descriptors, " + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() + " classes, "
                + metaspace + " KiB");
    }
}
