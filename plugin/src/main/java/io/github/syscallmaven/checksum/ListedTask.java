package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.util.List;

/** What lists have to say, as a task: neighbouring entries for one file are one reading of it. */
sealed interface ListedTask extends HashTask {
    @Override
    default List<Algorithm> algorithms() {
        return List.of();
    }

    @Override
    default boolean walked() {
        return false;
    }

    /** An entry, and the list that has it. */
    record Listed(BytePath list, SumsEntry entry) {}

    /**
     * Entries for one file, of one list or, where they are sidecars, of several.
     *
     * @param algorithms those of the entries, each once
     */
    record Entries(BytePath name, List<Listed> entries, List<Algorithm> algorithms) implements ListedTask {
        static Entries of(BytePath name, List<Listed> entries) {
            List<Algorithm> algorithms = entries.stream()
                    .map(listed -> listed.entry().algorithm())
                    .distinct()
                    .toList();
            return new Entries(name, List.copyOf(entries), algorithms);
        }
    }

    /** Something that is wrong with a list; keeps its place among the entries. */
    record Remark(BytePath list, SumsProblem problem) implements ListedTask {
        @Override
        public BytePath name() {
            return list;
        }
    }

    /** A sidecar that could not be read. */
    record Unread(BytePath list, IOException reason) implements ListedTask {
        @Override
        public BytePath name() {
            return list;
        }
    }
}
