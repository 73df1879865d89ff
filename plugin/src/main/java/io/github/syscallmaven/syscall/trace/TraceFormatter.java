package io.github.syscallmaven.syscall.trace;

import io.github.syscallmaven.syscall.trace.call.TracedCall;

/** Makes the text of a trace, all of it ASCII. For one thread at a time. */
interface TraceFormatter {
    /** What stands before all calls. */
    String begin();

    /** {@code from}: the clock's reading before the call; {@code duration}: in nanoseconds. */
    CharSequence call(long thread, long from, long duration, TracedCall call);

    /** What stands behind all calls. {@code now}: the clock's reading. */
    String end(long now);
}
