package io.github.syscallmaven.syscall.trace;

/**
 * Process and start of a trace.
 *
 * @param title what makes the calls
 * @param process the kernel's number of it
 * @param thread the one that began the trace
 * @param nanos the clock's reading then
 * @param first whether the file has no other trace in it
 */
record TraceOrigin(String title, long process, long thread, long nanos, boolean first) {}
