package io.github.syscallmaven.mojo;

import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A terminal with a user, on which a line can be rewritten. */
@FunctionalInterface
interface Terminal {
    /** Writes this at once. */
    void write(String text);

    /**
     * The terminal that Java itself runs on, whatever Maven has made of the standard output; null when there is none.
     *
     * @param type what the environment calls it
     */
    @SuppressWarnings("SystemConsoleNull") // Where it never is, there is something else to ask.
    static @Nullable Terminal find(@Nullable String type) {
        Console console = System.console();
        if (type == null || type.equals("dumb") || console == null || !isTerminal(console)) {
            return null;
        }
        PrintWriter writer = console.writer();
        return text -> {
            writer.write(text);
            writer.flush();
        };
    }

    /** From JDK 22 on there is a console also when there is no terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
