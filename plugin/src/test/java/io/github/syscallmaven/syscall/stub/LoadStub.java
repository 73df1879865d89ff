package io.github.syscallmaven.syscall.stub;

import com.sun.jna.NativeLibrary;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import io.github.syscallmaven.testing.kernel.TestArch;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * In a JVM of its own: loads the stub, trying the folders in the arguments, and prints where it was unpacked and how
 * many mappings are writable and executable before and after.
 */
final class LoadStub {
    private static final String UNPACKED_STUB = "syscall-\\d+-\\d+\\.so";

    private LoadStub() {}

    public static void main(String[] folders) throws Exception {
        StubLoader loader = new StubLoader(Stream.of(folders).map(Path::of).toList());
        long before = writableAndExecutable();
        LoadedStub stub = loader.load(TestArch.THIS, () -> StubImage.shipped(TestArch.THIS));
        System.out.println("unpacked in " + stub.directory());
        System.out.println("pid " + new Syscalls(TestArch.THIS, stub.gate()).getpid() + " is "
                + ProcessHandle.current().pid());
        System.out.println("more writable and executable mappings: " + (writableAndExecutable() - before));
        printMappings(UNPACKED_STUB);
    }

    private static void printMappings(String file) throws IOException {
        List<String> mappings = mappings(file);
        System.out.println("mappings of the stub: " + mappings.size() + ", writable: "
                + mappings.stream().filter(line -> line.contains(" rw")).count());
    }

    /** Those of files whose paths end like this. */
    private static List<String> mappings(String file) throws IOException {
        Pattern mapping = Pattern.compile(".*/" + file + "( \\(deleted\\))?");
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> mapping.matcher(line).matches()).toList();
        }
    }

    private static void startJna(Path folder) throws Exception {
        try (PrivateFolder unpacked = PrivateFolder.in(TrustedFolder.of(folder))) {
            JnaStart.in(unpacked);
        }
    }

    static long writableAndExecutable() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.contains(" rwx")).count();
        }
    }

    /** The same where the plugin itself would unpack it. */
    static final class InDefaultFolder {
        private InDefaultFolder() {}

        public static void main(String[] none) throws Exception {
            System.out.println("unpacked in " + StubLoader.stub(TestArch.THIS).directory());
            for (String property :
                    List.of("jna.tmpdir", "jna.boot.library.path", "jna.platform.library.path", "jnidispatch.path")) {
                System.out.println(property + " is " + System.getProperty(property));
            }
        }
    }

    /** Starts JNA, with the argument by the plugin and without by JNA alone, and prints in which folders it looks. */
    static final class FoldersOfJna {
        private FoldersOfJna() {}

        public static void main(String[] folder) throws Exception {
            if (folder.length > 0) {
                startJna(Path.of(folder[0]));
            }
            Field path = Class.forName(NativeLibrary.class.getName()).getDeclaredField("librarySearchPath");
            path.setAccessible(true);
            System.out.println(path.get(null));
        }
    }

    /** Is killed while the stub is unpacked in the folder of the argument. */
    static final class Killed {
        static final int STATUS = 9;

        private Killed() {}

        public static void main(String[] folder) throws Exception {
            PrivateFolder.in(Path.of(folder[0])).write("libsyscall.so", new byte[100]);
            Runtime.getRuntime().halt(STATUS);
        }
    }

    /** Unpacks bytes in the folder of the argument. */
    static final class Unpacked {
        private Unpacked() {}

        public static void main(String[] folder) throws Exception {
            byte[] bytes = new byte[100];
            Arrays.fill(bytes, (byte) 1);
            try (PrivateFolder unpacked = PrivateFolder.in(Path.of(folder[0]))) {
                unpacked.write("libsyscall.so", bytes);
            }
        }
    }

    /** Uses the stub, waits until it is unmapped as nobody does, and uses it again. */
    static final class TwiceWithAPause {
        private TwiceWithAPause() {}

        public static void main(String[] none) throws Exception {
            printPid();
            for (int collections = 0; isMapped() && collections < 1_000; collections++) {
                System.gc();
                Thread.sleep(10);
            }
            System.out.println(isMapped() ? "still mapped" : "unmapped");
            printPid();
        }

        private static void printPid() throws Exception {
            Gate gate = StubLoader.gate(TestArch.THIS);
            if (!isMapped()) {
                throw new AssertionError("it is not told apart from other mappings");
            }
            System.out.println("pid " + new Syscalls(TestArch.THIS, gate).getpid());
        }

        private static boolean isMapped() throws IOException {
            return !mappings(UNPACKED_STUB).isEmpty();
        }
    }

    /** The same with a stub that no rule has looked at: in the file of the first argument. */
    static final class Unchecked {
        private Unchecked() {}

        public static void main(String[] file) throws Exception {
            startJna(Path.of(file[0]).resolveSibling("jna"));
            long before = writableAndExecutable();
            try {
                Stub.map(file[0]);
            } catch (IOException e) {
                System.out.println("refused: " + e.getMessage());
                return;
            }
            System.out.println("more writable and executable mappings: " + (writableAndExecutable() - before));
            printMappings("libsyscall\\.so");
        }
    }

    /** Asks for the gate from many threads at once, before anyone else has. */
    static final class FromManyThreads {
        private static final int THREADS = 30;

        private FromManyThreads() {}

        public static void main(String[] none) throws Exception {
            var start = new CountDownLatch(THREADS);
            var gates = new ConcurrentLinkedQueue<Gate>();
            var pids = new ConcurrentLinkedQueue<Integer>();
            var threads = Stream.generate(() -> new Thread(() -> askForGate(start, gates, pids)))
                    .limit(THREADS)
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.println(
                    gates.size() + " gates, " + gates.stream().distinct().count() + " of them different");
            System.out.println("pids " + pids.stream().distinct().toList() + ", is "
                    + ProcessHandle.current().pid());
        }

        private static void askForGate(CountDownLatch start, Queue<Gate> gates, Queue<Integer> pids) {
            try {
                start.countDown();
                start.await();
                Gate gate = StubLoader.gate(TestArch.THIS);
                gates.add(gate);
                pids.add(new Syscalls(TestArch.THIS, gate).getpid());
            } catch (InterruptedException | StubException | SyscallException e) {
                throw new AssertionError(e);
            }
        }
    }
}
