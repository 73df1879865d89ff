package io.github.syscallmaven.syscall.trace;

import io.github.syscallmaven.syscall.trace.call.CallFormatter;
import io.github.syscallmaven.syscall.trace.call.TracedCall;

/** As strace(1) shows calls; a start is counted from the start of the trace. */
final class StraceFormatter implements TraceFormatter {
    private static final long NANOS_PER_MICRO = 1000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int THREAD_WIDTH = 5;
    private static final int START_WIDTH = 14;

    private final CallFormatter formats;
    private final TraceOrigin origin;
    private final StringBuilder line = new StringBuilder();

    StraceFormatter(CallFormatter formats, TraceOrigin origin) {
        this.formats = formats;
        this.origin = origin;
    }

    @Override
    public String begin() {
        return "--- " + origin.title() + ", process " + origin.process()
                + ": thread, start, call, result, <time> ---\n";
    }

    @Override
    public CharSequence call(long thread, long from, long duration, TracedCall call) {
        line.setLength(0);
        line.append(thread).append(" ".repeat(Math.max(0, THREAD_WIDTH - line.length())));
        String seconds = seconds(from - origin.nanos());
        line.append(" ".repeat(Math.max(1, START_WIDTH - seconds.length())))
                .append(seconds)
                .append(' ');
        formats.append(line, call);
        return line.append(" <").append(seconds(duration)).append(">\n");
    }

    private static String seconds(long nanos) {
        long micros = nanos / NANOS_PER_MICRO;
        String fraction = Long.toString(MICROS_PER_SECOND + micros % MICROS_PER_SECOND);
        return micros / MICROS_PER_SECOND + "." + fraction.substring(1);
    }

    @Override
    public String end(long now) {
        return "";
    }
}
