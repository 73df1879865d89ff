package io.github.syscallmaven.info.git.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.io.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A process and all its descendants. Once a parent is dead, Linux no longer knows its children; but they have inherited
 * its environment, by which they are found. A process that cleans its environment is not found.
 */
final class GitFamily {
    private static final String NAME = "SYSCALL_MAVEN_PLUGIN_GIT";

    /** Each round finds what was started while the one before killed. */
    private static final int ROUNDS = 100;

    private final String mark;

    GitFamily() {
        this.mark = ProcessHandle.current().pid() + "-" + System.nanoTime() + "-" + System.identityHashCode(this);
    }

    /** Marks the environment that the first of them is started with. */
    void mark(Map<String, String> environment) {
        environment.put(NAME, mark);
    }

    /** Ends all of them at once. What they were, for people. */
    List<String> kill(Process first, GitFiles files) {
        List<String> killed = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            // Listed before anything dies: children of a dead parent can no longer be found by it.
            List<ProcessHandle> found = Stream.of(
                            Stream.of(first.toHandle()),
                            first.descendants(),
                            ProcessHandle.allProcesses().filter(process -> isMarked(process, files)))
                    .flatMap(processes -> processes)
                    .filter(process -> process.isAlive() && seen.add(process.pid()))
                    .toList();
            if (found.isEmpty()) {
                break;
            }
            found.forEach(process -> killed.add(name(process)));
            found.forEach(ProcessHandle::destroyForcibly);
        }
        return killed;
    }

    private boolean isMarked(ProcessHandle process, GitFiles files) {
        String variable = "\0" + NAME + "=" + mark + "\0";
        return files.environmentOf(process.pid())
                .filter(environment -> ("\0" + new String(environment, UTF_8)).contains(variable))
                .isPresent();
    }

    private static String name(ProcessHandle process) {
        String command =
                process.info().commandLine().or(process.info()::command).orElse("unknown");
        return "'" + Printable.of(command, 100) + "' (process " + process.pid() + ")";
    }
}
