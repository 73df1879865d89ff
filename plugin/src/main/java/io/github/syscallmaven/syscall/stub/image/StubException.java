package io.github.syscallmaven.syscall.stub.image;

/** The stub is not sound, or could not be loaded; the message tells the user what to do. */
public sealed class StubException extends Exception permits UnusableStubException {
    private static final long serialVersionUID = 1;

    StubException(String message) {
        super(message);
    }

    StubException(String message, Throwable cause) {
        super(message, cause);
    }
}
