package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.hashing.Progress;
import io.github.syscallmaven.checksum.hashing.ProgressListener;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of a goal: on a terminal in one line that is rewritten, otherwise in a line of the log every five
 * seconds. Shows nothing if the log does not show info lines.
 */
public final class ProgressDisplay implements ProgressListener {
    /**
     * In columns. The narrowest terminal that is usual, so that the line never wraps: it could not be taken back then.
     */
    private static final int WIDTH = 79;

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Log log;
    private final ShownPaths shown;
    private final Supplier<@Nullable Terminal> terminals;
    private @Nullable Terminal terminal;
    private boolean isLookedFor;
    private Duration lastLine = Duration.ZERO;
    private int shownWidth;

    /** {@code terminals} is asked once, when there is something to show; null when there is no terminal. */
    ProgressDisplay(Log log, ShownPaths shown, Supplier<@Nullable Terminal> terminals) {
        this.log = log;
        this.shown = shown;
        this.terminals = terminals;
    }

    /** Lines of modules that are built at once would overwrite each other, so these get lines of the log. */
    public static ProgressDisplay of(MavenSession session, Log log) {
        boolean alone =
                session.getRequest().isInteractiveMode() && session.getRequest().getDegreeOfConcurrency() <= 1;
        return new ProgressDisplay(
                log, ShownPaths.of(session), () -> alone ? Terminal.find(System.getenv("TERM")) : null);
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void show(Progress progress) {
        if (!log.isInfoEnabled()) {
            return;
        }
        if (!isLookedFor) {
            isLookedFor = true;
            terminal = terminals.get();
        }
        if (terminal != null) {
            rewrite(terminal, line(progress));
        } else if (progress.done().elapsed().minus(lastLine).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = progress.done().elapsed();
            log.info("Hashed " + progress + (progress.at() == null ? "" : ", at '" + shown.of(progress.at()) + "'"));
        }
    }

    private String line(Progress progress) {
        String text = "Hashed " + progress.brief();
        if (progress.at() == null) {
            return text;
        }
        String name = shown.of(progress.at()).toString();
        int room = WIDTH - width(text) - ", at ''".length();
        int from = 0;
        while (from < name.length() && width(name.substring(from)) > room - (from == 0 ? 0 : "...".length())) {
            from = name.offsetByCodePoints(from, 1);
        }
        return from == name.length() ? text : text + ", at '" + (from == 0 ? "" : "...") + name.substring(from) + "'";
    }

    /** In columns, at most: what is not ASCII may take two. */
    private static int width(String text) {
        return text.length() + (int) text.chars().filter(c -> c > '~').count();
    }

    private void rewrite(Terminal on, String text) {
        int width = width(text);
        on.write("\r" + text + " ".repeat(Math.max(0, shownWidth - width)));
        shownWidth = width;
    }

    /** Takes the line back, so that something else can be written there. */
    void clear() {
        if (terminal != null && shownWidth > 0) {
            terminal.write("\r" + " ".repeat(shownWidth) + "\r");
            shownWidth = 0;
        }
    }

    @Override
    public void end() {
        clear();
        lastLine = Duration.ZERO;
    }
}
