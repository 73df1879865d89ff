package io.github.syscallmaven.syscall.stub.image;

/** The stub is sound, but this host, its JVM or a sandbox keeps it from being loaded or from working. */
public final class UnusableStubException extends StubException {
    private static final long serialVersionUID = 1;

    public UnusableStubException(String message) {
        super(message);
    }

    public UnusableStubException(String message, Throwable cause) {
        super(message, cause);
    }
}
