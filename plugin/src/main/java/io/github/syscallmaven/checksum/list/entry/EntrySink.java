package io.github.syscallmaven.checksum.list.entry;

/**
 * Receives what {@code ChecksumListReader} finds, in the order of the lines (a digest that spans lines: when its last
 * one is read).
 */
public interface EntrySink {
    void entry(ListEntry entry);

    void problem(ListProblem problem);
}
