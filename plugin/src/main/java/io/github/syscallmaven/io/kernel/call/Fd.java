package io.github.syscallmaven.io.kernel.call;

/** An open file descriptor for reading, closed with its scope. */
public record Fd(Kernel kernel, int number) implements AutoCloseable {
    @Override
    public void close() {
        kernel.closeReadOnly(number);
    }
}
