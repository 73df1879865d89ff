package io.github.syscallmaven.bench;

/**
 * One run of one process. Where something is not known it is NaN.
 *
 * @param wall milliseconds from its start to its end
 * @param inner milliseconds of the work in it
 * @param peak the most memory that it or one of its children had, in MiB
 * @param cpu milliseconds of all processors, user and system
 */
record Sample(double wall, double inner, double peak, double cpu) {}
