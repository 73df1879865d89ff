package io.github.syscallmaven.checksum.list.entry;

/** An entry of a list, or a problem in it. */
public sealed interface ListItem permits ListEntry, ListProblem {
    int line();
}
