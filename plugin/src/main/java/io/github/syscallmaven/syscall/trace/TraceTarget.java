package io.github.syscallmaven.syscall.trace;

/**
 * The file that a trace is appended to.
 *
 * @param descriptor the trace's to close, also when nothing can be written to it
 * @param name for messages
 * @param first whether the file has no other trace in it
 */
public record TraceTarget(int descriptor, String name, boolean first) {}
