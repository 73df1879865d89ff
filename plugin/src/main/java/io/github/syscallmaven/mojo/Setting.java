package io.github.syscallmaven.mojo;

import io.github.syscallmaven.io.Printable;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a goal: turns what Maven hands over into a value of the right type, or says what is wrong with it.
 * Every goal reads all of its parameters in this way before it does anything, also those that have no effect.
 *
 * @param shown how messages name it
 */
public record Setting(String shown) {
    private static final int LONGEST_VALUE = 200;

    /** A parameter with a property, which all have that are simple. */
    public static Setting named(String name) {
        return new Setting("<" + name + "> (-Dsyscall." + name + ")");
    }

    /** One that only a POM can set, such as a part of a {@code <fileSet>}. */
    public static Setting tag(String name) {
        return new Setting("<" + name + ">");
    }

    /** The failure for a value, and why it cannot be or what would be allowed. */
    public MojoFailureException wrong(Object value, String why) {
        return new MojoFailureException(
                shown + " is '" + Printable.of(value.toString(), LONGEST_VALUE) + "'" + why + ".");
    }

    /** One of a few words: the constants of an enum, in lower case. */
    public <E extends Enum<E>> E choice(String value, Class<E> allowed) throws MojoFailureException {
        for (E constant : allowed.getEnumConstants()) {
            if (word(constant).equals(value)) {
                return constant;
            }
        }
        String words = Arrays.stream(allowed.getEnumConstants())
                .map(constant -> "'" + word(constant) + "'")
                .collect(Collectors.joining(", "));
        throw wrong(value, "; allowed are " + words);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Text without a {@code ${...}} that Maven has left in it: written on, it would end up in files or name a folder.
     */
    public String text(String value) throws MojoFailureException {
        int start = value.indexOf("${");
        if (start >= 0 && value.indexOf('}', start) > 0) {
            throw wrong(value, ": Maven knows no such property. Define it, or give another value");
        }
        return value;
    }

    /** A file or directory. */
    public File file(File value) throws MojoFailureException {
        text(value.getPath());
        return value;
    }

    /**
     * A file; not the directory that relative paths are resolved against, which is what Maven makes of an empty value.
     */
    public File file(File value, File base) throws MojoFailureException {
        if (BaseDirectory.absolute(file(value)).equals(BaseDirectory.absolute(base))) {
            throw wrong(value, ", which is the project's directory; name a file in it");
        }
        return value;
    }

    /**
     * Fails if this file, which a goal reads, is also the one that it would write.
     *
     * @param output what the parameter of the other one is called
     */
    public void requireOther(File read, String output, @Nullable File written) throws MojoFailureException {
        if (written != null && BaseDirectory.absolute(written).equals(BaseDirectory.absolute(read))) {
            throw wrong(read, ", which " + named(output).shown + " would replace; name another file there");
        }
    }

    /** A file or directory; null stays null. */
    @Nullable
    public File fileOrNull(@Nullable File value) throws MojoFailureException {
        return value == null ? null : file(value);
    }

    /** Files or directories, none missing. */
    public List<File> files(List<@Nullable File> values) throws MojoFailureException {
        List<File> files = new ArrayList<>();
        for (File value : items(values)) {
            files.add(file(value));
        }
        return List.copyOf(files);
    }

    /** Anything, none missing. */
    public <T> List<T> items(List<@Nullable T> values) throws MojoFailureException {
        List<T> items = new ArrayList<>();
        for (T value : values) {
            items.add(present(value));
        }
        return List.copyOf(items);
    }

    /** Words without commas in them: one element of a POM may hold several, as a property does. */
    public List<String> words(List<@Nullable String> values) throws MojoFailureException {
        return words(values, word -> word);
    }

    /**
     * What each of the words means.
     *
     * @param meaning throws an IllegalArgumentException for a word that means nothing; its message becomes the
     *     failure's
     */
    public <T> List<T> words(List<@Nullable String> values, Function<String, T> meaning) throws MojoFailureException {
        List<T> words = new ArrayList<>();
        for (String value : values) {
            for (String word : present(value).split(",", -1)) {
                words.add(meant(text(present(word.isBlank() ? null : word.strip())), meaning));
            }
        }
        return List.copyOf(words);
    }

    /** What the value means; {@code meaning} is as for {@link #words(List, Function)}. */
    public <T> T meant(String value, Function<String, T> meaning) throws MojoFailureException {
        try {
            return meaning.apply(value);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(shown + ": " + e.getMessage() + ".", e);
        }
    }

    private <T> T present(@Nullable T item) throws MojoFailureException {
        if (item == null) {
            throw new MojoFailureException(shown + " has an empty item; take it out, with the comma beside it.");
        }
        return item;
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(int value, int least, int most, String allowed) throws MojoFailureException {
        if (value < least || value > most) {
            throw wrong(value, "; allowed are " + allowed);
        }
        return value;
    }
}
