import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * getpid through the stub by java.lang.foreign, which JDK 17 does not have: nanoseconds of one call, best of ten
 * rounds.
 */
public final class ForeignCall {
    private static final int CALLS = 2_000_000;
    private static final MethodHandle SYSCALL = Linker.nativeLinker()
            .downcallHandle(
                    SymbolLookup.libraryLookup(Path.of(System.getProperty("stub")), Arena.global())
                            .find("syscall_3")
                            .orElseThrow(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG));

    private static long round(long getpid) throws Throwable {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += (long) SYSCALL.invokeExact(getpid, 0L, 0L, 0L);
        }
        return sum;
    }

    public static void main(String[] args) throws Throwable {
        long getpid = Long.parseLong(args[0]);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            if (round(getpid) != CALLS * ProcessHandle.current().pid()) {
                throw new IllegalStateException("wrong pid");
            }
            best = Math.min(best, (System.nanoTime() - start) / (double) CALLS);
        }
        System.out.println(best);
    }
}
