package io.github.syscallmaven.syscall.trace;

import io.github.syscallmaven.syscall.trace.call.CallFormats;

/** How a trace is written. */
public enum TraceFormat {
    /** Lines as {@code strace -f -r -T} shows them. */
    STRACE {
        @Override
        TraceLines lines(CallFormats formats, TraceOrigin origin) {
            return new StraceLines(formats, origin);
        }
    },

    /**
     * Trace Event JSON, which Perfetto, {@code chrome://tracing} and Firefox's profiler show: one array, whose closing
     * bracket is left out, as that format permits, so that a later goal can go on in it and a killed build loses
     * nothing.
     */
    CHROME {
        @Override
        TraceLines lines(CallFormats formats, TraceOrigin origin) {
            return new ChromeLines(formats, origin);
        }
    };

    abstract TraceLines lines(CallFormats formats, TraceOrigin origin);
}
