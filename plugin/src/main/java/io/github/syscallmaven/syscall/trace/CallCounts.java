package io.github.syscallmaven.syscall.trace;

import io.github.syscallmaven.syscall.arch.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls, errors and time by name, and the table of them that {@code strace -c -w} prints. For one thread at a time. */
final class CallCounts {
    private static final String HEAD = "% time     seconds  usecs/call     calls    errors syscall";
    private static final String RULE = "------ ----------- ----------- --------- --------- ----------------";
    private static final int NANOS_PER_MICRO = 1000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Call, Count> known = new EnumMap<>(Call.class);
    private final Count unknown = new Count("(unknown)");

    CallCounts() {
        for (Call call : Call.values()) {
            known.put(call, new Count(call.kernelName()));
        }
    }

    void add(@Nullable Call call, boolean failed, long nanos) {
        known.getOrDefault(call, unknown).add(1, failed ? 1 : 0, nanos);
    }

    /** Most time first, then by name; and the sum. */
    List<String> table() {
        List<Count> made = Stream.concat(known.values().stream(), Stream.of(unknown))
                .filter(count -> count.calls > 0)
                .sorted(Comparator.comparingLong((Count count) -> -count.nanos).thenComparing(count -> count.name))
                .toList();
        Count total = new Count("total");
        made.forEach(count -> total.add(count.calls, count.errors, count.nanos));
        List<String> table = new ArrayList<>(List.of(HEAD, RULE));
        made.forEach(count -> table.add(count.row(total.nanos)));
        table.add(RULE);
        table.add(total.row(total.nanos));
        return table;
    }

    private static final class Count {
        private final String name;
        private long calls;
        private long errors;
        private long nanos;

        Count(String name) {
            this.name = name;
        }

        void add(long moreCalls, long moreErrors, long moreNanos) {
            calls += moreCalls;
            errors += moreErrors;
            nanos += moreNanos;
        }

        String row(long allNanos) {
            return String.format(
                    Locale.ROOT,
                    "%6.2f %11.6f %11d %9d %9s %s",
                    allNanos == 0 ? 0.0 : 100.0 * nanos / allNanos,
                    nanos / NANOS_PER_SECOND,
                    calls == 0 ? 0 : nanos / calls / NANOS_PER_MICRO,
                    calls,
                    errors == 0 ? "" : Long.toString(errors),
                    name);
        }
    }
}
