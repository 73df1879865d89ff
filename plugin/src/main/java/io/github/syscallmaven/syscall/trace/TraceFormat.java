package io.github.syscallmaven.syscall.trace;

import io.github.syscallmaven.syscall.trace.call.CallFormatter;

/** How a trace is written. */
public enum TraceFormat {
    /** Lines as {@code strace -f -r -T} shows them. */
    STRACE {
        @Override
        TraceFormatter lines(CallFormatter formats, TraceOrigin origin) {
            return new StraceFormatter(formats, origin);
        }
    },

    /**
     * Trace Event JSON, which Perfetto, {@code chrome://tracing} and Firefox's profiler show: one array, whose closing
     * bracket is left out, as that format permits, so that a later goal can go on in it and a killed build loses
     * nothing.
     */
    CHROME {
        @Override
        TraceFormatter lines(CallFormatter formats, TraceOrigin origin) {
            return new ChromeFormatter(formats, origin);
        }
    };

    abstract TraceFormatter lines(CallFormatter formats, TraceOrigin origin);
}
