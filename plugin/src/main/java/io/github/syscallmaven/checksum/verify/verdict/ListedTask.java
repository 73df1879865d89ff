package io.github.syscallmaven.checksum.verify.verdict;

import io.github.syscallmaven.checksum.hashing.task.HashTask;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.NameOrigin;
import java.io.IOException;
import java.util.List;

/** A task made of entries: consecutive entries for one file are one task. */
public sealed interface ListedTask extends HashTask {
    @Override
    default List<Algorithm> algorithms() {
        return List.of();
    }

    @Override
    default NameOrigin origin() {
        return NameOrigin.GIVEN;
    }

    /** An entry, and the list that has it. */
    record Listed(BytePath list, ListEntry entry) {}

    /**
     * Entries for one file, of one list or, where they are sidecars, of several.
     *
     * @param name from the base directory
     * @param file its fingerprint
     * @param algorithms to read the file with, each once; none when an earlier task reads it for these entries, too
     * @param keep those whose digests later tasks need, or, when an earlier task reads the file, whose digests that one
     *     has kept
     */
    record Entries(BytePath name, long file, List<Listed> entries, List<Algorithm> algorithms, List<Algorithm> keep)
            implements ListedTask {
        public boolean isReadEarlier() {
            return algorithms.isEmpty();
        }
    }

    /** Something that is wrong with a list; keeps its place among the entries. */
    record Remark(BytePath list, ListProblem problem) implements ListedTask {
        @Override
        public BytePath name() {
            return list;
        }
    }

    /** A list that could not be read. */
    record Unread(BytePath list, IOException reason) implements ListedTask {
        @Override
        public BytePath name() {
            return list;
        }
    }
}
