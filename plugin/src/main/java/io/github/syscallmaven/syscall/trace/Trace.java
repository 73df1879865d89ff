package io.github.syscallmaven.syscall.trace;

import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.trace.call.CallFormatter;
import io.github.syscallmaven.syscall.trace.call.ProcessMemory;
import io.github.syscallmaven.syscall.trace.call.TracedCall;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Shows every call that goes through its gate, in a file: in {@link TraceFormat#STRACE} the way {@code strace -f -r -T
 * -o} does, one line each: thread, start, call, result, time it took. Times are seconds of elapsed time; a start is
 * counted from the start of the trace, since lines come in the order in which the calls ended.
 *
 * <p>A line is one write(2) by the gate underneath, so not traced itself, and made before the call returns to its
 * caller: a process that dies loses the calls that were in the kernel, no others. (Of the one to three microseconds
 * that a traced call costs more, that write is half of one; a buffer would gain little.) Memory does not grow with the
 * number of calls. A trace that cannot be written any more ends without harm to the calls, and {@link #summary()}
 * tells. Safe for use by many threads, of which one writes at a time.
 *
 * <p>What calls have read is not shown, only how much: a trace is passed on more easily than the files that it is
 * about, and not all of these are the build's own. What is written is shown as strace shows it.
 *
 * <p>Arguments in memory are read as {@link ProcessMemory} says: whatever the address, the JVM survives. A call that is
 * not traced goes from {@link Syscalls} to the stub with nothing in between.
 */
public final class Trace implements Closeable {
    private final Gate gate;
    private final String title;
    private final LongSupplier nanoTime;
    private final TraceFile file;
    private final TraceFormatter lines;
    private final ProcessMemory memory;
    private final CallFormatter formats;
    private final ThreadLocal<Long> thread;
    private final CallCounts counts = new CallCounts();

    private Trace(
            Arch arch,
            Gate gate,
            String title,
            TraceFile file,
            CallFormatter formats,
            TraceFormatter lines,
            LongSupplier nanoTime) {
        this.gate = gate;
        this.title = title;
        this.nanoTime = nanoTime;
        this.file = file;
        this.lines = lines;
        this.memory = new ProcessMemory(arch, gate);
        this.formats = formats;
        this.thread = ThreadLocal.withInitial(() -> gate.syscall(arch.number(Call.GETTID), 0, 0, 0));
    }

    /**
     * Starts a trace of the calls that go through {@link #gate()}.
     *
     * @param title what makes the calls
     */
    public static Trace begin(Arch arch, Gate gate, TraceTarget target, String title, TraceFormat format)
            throws SyscallException {
        return begin(arch, gate, target, title, format, System::nanoTime);
    }

    static Trace begin(
            Arch arch, Gate gate, TraceTarget target, String title, TraceFormat format, LongSupplier nanoTime)
            throws SyscallException {
        long process = gate.syscall(arch.number(Call.GETPID), 0, 0, 0);
        long thread = gate.syscall(arch.number(Call.GETTID), 0, 0, 0);
        CallFormatter formats = new CallFormatter(arch);
        TraceOrigin origin = new TraceOrigin(title, process, thread, nanoTime.getAsLong(), target.first());
        TraceFormatter lines = format.lines(formats, origin);
        TraceFile file = TraceFile.begin(new Syscalls(arch, gate), target.descriptor(), target.name(), lines.begin());
        return new Trace(arch, gate, title, file, formats, lines, nanoTime);
    }

    /** The way into the kernel that is traced. */
    public Gate gate() {
        return new TracedGate();
    }

    private final class TracedGate implements Gate {
        @Override
        public long syscall(long number, long a1, long a2, long a3) {
            long from = nanoTime.getAsLong();
            long result = gate.syscall(number, a1, a2, a3);
            record(from, nanoTime.getAsLong(), number, result, a1, a2, a3);
            return result;
        }

        @Override
        public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
            long from = nanoTime.getAsLong();
            long result = gate.syscall(number, a1, a2, a3, a4, a5, a6);
            record(from, nanoTime.getAsLong(), number, result, a1, a2, a3, a4, a5, a6);
            return result;
        }
    }

    private void record(long from, long to, long number, long result, long... arguments) {
        long caller = thread.get();
        synchronized (this) {
            TracedCall call = new TracedCall(formats.call(number), number, memory, result, arguments);
            counts.add(call.call(), call.failed(), to - from);
            if (file.isOpen()) {
                file.write(lines.call(caller, from, to - from, call));
            }
        }
    }

    /**
     * Returns the summary: the title, the calls by name, most time first, as {@code strace -c -w} prints them, and why
     * the file is incomplete, if it is.
     */
    public synchronized List<String> summary() {
        List<String> summary = new ArrayList<>();
        summary.add("System calls of " + title + ":");
        summary.addAll(counts.table());
        if (file.failure() != null) {
            summary.add(file.failure());
        }
        return summary;
    }

    /** Closes the file. Calls that are still made are counted. */
    @Override
    public synchronized void close() {
        if (file.isOpen()) {
            file.write(lines.end(nanoTime.getAsLong()));
        }
        file.close();
    }
}
