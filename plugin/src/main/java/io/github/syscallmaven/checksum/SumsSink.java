package io.github.syscallmaven.checksum;

/** Takes what {@link SumsReader} finds, in the order of the lines (a digest that spans lines: when its last one is read). */
public interface SumsSink {
    void entry(SumsEntry entry);

    void problem(SumsProblem problem);
}
