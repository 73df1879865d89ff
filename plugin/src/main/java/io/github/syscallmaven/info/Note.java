package io.github.syscallmaven.info;

/**
 * A sentence for the user.
 *
 * @param topic what it is about: of several notes on one topic in a build the first is enough
 */
public record Note(Level level, String topic, String text) {
    /** How much it matters. */
    public enum Level {
        /** A value is missing that the user may count on. */
        WARN,
        INFO,
        /** What it took to find the values, for those who ask Maven by {@code -X}. */
        DEBUG
    }

    public static Note warn(String text) {
        return new Note(Level.WARN, text, text);
    }

    public static Note info(String text) {
        return new Note(Level.INFO, text, text);
    }

    public static Note debug(String text) {
        return new Note(Level.DEBUG, text, text);
    }

    /** The same on a topic that other texts are about, too. */
    public Note about(String otherTopic) {
        return new Note(level, otherTopic, text);
    }
}
