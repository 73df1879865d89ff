package io.github.syscallmaven.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to learn from a process's output how long its work took, in milliseconds. */
enum InnerClock {
    /** The process says it itself. */
    LINE {
        @Override
        OptionalDouble millis(List<String> output) {
            return after(PREFIX, output);
        }
    },

    /** The engine's own time, from the first file to the last digest. */
    HASHING {
        @Override
        OptionalDouble millis(List<String> output) {
            return after(HASHING_PREFIX, output);
        }
    },

    /**
     * From the line in which Maven says that it begins the first goal, classes still to be loaded, to the end of the
     * build.
     */
    MAVEN {
        @Override
        OptionalDouble millis(List<String> output) {
            Optional<LocalDateTime> begin = first(output, "[INFO] --- ");
            Optional<LocalDateTime> end =
                    first(output, "[INFO] Reactor Summary").or(() -> first(output, "[INFO] BUILD SUCCESS"));
            return begin.isEmpty() || end.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Duration.between(begin.get(), end.get()).toNanos() / 1e6);
        }
    };

    static final String PREFIX = "inner-ms ";
    static final String HASHING_PREFIX = "hashing-ms ";
    static final String TIME_FORMAT = "yyyy-MM-dd'T'HH:mm:ss.SSS";

    private static final Pattern TIMED = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+) (.*)");

    abstract OptionalDouble millis(List<String> output);

    private static OptionalDouble after(String prefix, List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(prefix.length())))
                .findFirst();
    }

    private static Optional<LocalDateTime> first(List<String> output, String start) {
        return output.stream()
                .map(TIMED::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(2).startsWith(start))
                .findFirst()
                .map(InnerClock::time);
    }

    private static LocalDateTime time(Matcher line) {
        return LocalDateTime.parse(line.group(1));
    }
}
