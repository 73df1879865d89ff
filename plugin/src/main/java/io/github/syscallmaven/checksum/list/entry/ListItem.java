package io.github.syscallmaven.checksum.list.entry;

/** What a line of a list yields. */
public sealed interface ListItem permits ListEntry, ListProblem {
    int line();
}
