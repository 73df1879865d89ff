package io.github.syscallmaven.host;

/** There is no stub for this host. The message says what was found, what is needed, and what to do, in one sentence. */
public final class UnsupportedHostException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnsupportedHostException(String reason, String remedy) {
        super(reason + "; " + remedy + ", or let its goals do nothing here by -Dsyscall.unsupportedHost=skip.");
        this.reason = reason;
    }

    /** What was found and what is needed, without what to do. */
    public String reason() {
        return reason;
    }
}
