package io.github.syscallmaven.syscall.trace;

import io.github.syscallmaven.syscall.trace.call.CallFormatter;
import io.github.syscallmaven.syscall.trace.call.TracedCall;

/**
 * One JSON object a line: a slice for each call on the track of its thread, counters of the bytes that were read and
 * written so far, and one slice for the goal around its calls. Times are microseconds of the JVM's clock, so that the
 * goals of a build stand in one line of time.
 */
final class ChromeFormatter implements TraceFormatter {
    private static final long NANOS_PER_MICRO = 1000;

    private final CallFormatter formats;
    private final TraceOrigin origin;
    private final StringBuilder event = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private long read;
    private long written;

    ChromeFormatter(CallFormatter formats, TraceOrigin origin) {
        this.formats = formats;
        this.origin = origin;
    }

    @Override
    public String begin() {
        event.setLength(0);
        if (origin.first()) {
            event.append("[\n");
        }
        head("M", origin.thread());
        event.append(",\"name\":\"thread_name\",\"args\":{\"name\":\"");
        return escape(origin.title()).append("\"}},\n").toString();
    }

    @Override
    public CharSequence call(long thread, long from, long duration, TracedCall call) {
        event.setLength(0);
        shown.setLength(0);
        formats.appendName(shown, call);
        slice(thread, from, duration, shown);
        event.append(",\"args\":{\"call\":\"");
        shown.setLength(0);
        formats.appendCall(shown, call);
        escape(shown).append("\",\"result\":\"");
        shown.setLength(0);
        formats.appendResult(shown, call);
        escape(shown).append("\"}},\n");
        count(from + duration, call);
        return event;
    }

    private void count(long now, TracedCall call) {
        if (call.result() <= 0 || call.call() == null) {
            return;
        }
        switch (call.call()) {
            case READ, PREAD64 -> read += call.result();
            case WRITE -> written += call.result();
            default -> {
                return;
            }
        }
        head("C", origin.thread());
        at(now);
        event.append(",\"name\":\"bytes\",\"args\":{\"read\":")
                .append(read)
                .append(",\"written\":")
                .append(written)
                .append("}},\n");
    }

    @Override
    public String end(long now) {
        event.setLength(0);
        slice(origin.thread(), origin.nanos(), now - origin.nanos(), origin.title());
        return event.append("},\n").toString();
    }

    private void slice(long thread, long from, long duration, CharSequence name) {
        head("X", thread);
        at(from);
        micros(event.append(",\"dur\":"), duration);
        event.append(",\"name\":\"");
        escape(name).append('"');
    }

    private void head(String phase, long thread) {
        event.append("{\"ph\":\"")
                .append(phase)
                .append("\",\"pid\":")
                .append(origin.process())
                .append(",\"tid\":")
                .append(thread);
    }

    private void at(long nanos) {
        micros(event.append(",\"ts\":"), nanos);
    }

    private static void micros(StringBuilder to, long nanos) {
        to.append(nanos / NANOS_PER_MICRO)
                .append('.')
                .append(Long.toString(NANOS_PER_MICRO + nanos % NANOS_PER_MICRO).substring(1));
    }

    private StringBuilder escape(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                event.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                event.append(String.format("\\u%04x", (int) c));
            } else {
                event.append(c);
            }
        }
        return event;
    }
}
