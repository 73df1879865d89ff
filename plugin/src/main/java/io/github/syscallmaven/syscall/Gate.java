package io.github.syscallmaven.syscall;

/**
 * The only way into the kernel. It takes a number and up to six arguments, and returns the kernel's own result.
 *
 * <p>-4095 to -1 is the negated errno, anything else is the call's result. The stub is one implementation; tracing and
 * fault injection decorate it. Implementations are safe for use by many threads.
 */
public interface Gate {
    /** The call with six arguments; those that a call does not have are ignored by the kernel. */
    long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6);

    /** The call with three arguments, which costs a little less. */
    default long syscall(long number, long a1, long a2, long a3) {
        return syscall(number, a1, a2, a3, 0, 0, 0);
    }

    /**
     * Several calls, one after the other up to the first that fails, laid out as {@link CallSequence} does it. Here
     * they are made one by one, so that whatever decorates a gate sees each of them; the stub makes them all at once.
     *
     * @param from the first to make
     * @param to the one behind the last to make
     * @return how many were made
     */
    default int syscalls(CallSequence calls, int from, int to) {
        return calls.makeOneByOne(this, from, to);
    }
}
