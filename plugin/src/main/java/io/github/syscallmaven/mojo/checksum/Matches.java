package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.mojo.BuildState;
import io.github.syscallmaven.mojo.Setting;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;

/**
 * Records which values of choosing parameters have matched something in any module that runs an execution. Modules
 * inherit such values from their parent, and a value may match in another module only.
 */
final class Matches {
    /** Of what there is to choose from; the message has to stay readable. */
    private static final int SHOWN = 10;

    private final ConcurrentMap<String, Boolean> matched;
    private final ConcurrentMap<String, Set<String>> there;

    Matches(MavenSession session, MojoExecution execution) {
        String name = execution.getGoal() + '-' + execution.getExecutionId();
        this.matched = BuildState.map(session, "matched-" + name);
        this.there = BuildState.map(session, "there-" + name);
    }

    /** Notes what this parameter could have chosen. */
    void there(Setting setting, Collection<String> things) {
        Set<String> all = there.computeIfAbsent(setting.shown(), first -> new TreeSet<>());
        synchronized (all) {
            things.stream().limit(SHOWN - all.size() + 1L).forEach(all::add);
        }
    }

    /** Notes whether this word of the parameter chose anything. */
    void word(Setting setting, String word, boolean chose) {
        matched.merge(setting.shown() + " '" + word + "'", chose, (one, other) -> one || other);
    }

    /**
     * To be called when the last module has run. Warns of every word that has matched nothing, and says what there is.
     */
    void warn(Log log) {
        matched.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(word -> log.warn(word + " matches nothing; there is " + thereFor(word) + "."));
        matched.clear();
        there.clear();
    }

    private String thereFor(String word) {
        return there.entrySet().stream()
                .filter(entry -> word.startsWith(entry.getKey() + " '"))
                .flatMap(entry -> entry.getValue().stream())
                .limit(SHOWN)
                .map(thing -> "'" + thing + "'")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), things -> things.isEmpty() ? "nothing to choose from" : things));
    }
}
