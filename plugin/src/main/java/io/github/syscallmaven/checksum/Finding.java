package io.github.syscallmaven.checksum;

/** What a line of a list yields. */
sealed interface Finding permits SumsEntry, SumsProblem {
    int line();
}
