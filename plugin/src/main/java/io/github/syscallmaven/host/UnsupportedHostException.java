package io.github.syscallmaven.host;

/** There is no stub for this host. The message says what was found, what is needed and what to do; no full stop. */
public final class UnsupportedHostException extends Exception {
    private static final long serialVersionUID = 1;

    private final String found;
    private final String reason;

    /** What is needed, what was found instead, and what to do. */
    UnsupportedHostException(String needed, String found, String remedy) {
        super(needed + ", but " + found + "; " + remedy);
        this.found = found;
        this.reason = needed + ", but " + found;
    }

    /** What was found, as the end of a sentence. */
    public String found() {
        return found;
    }

    /** What was found and what is needed, without what to do. */
    public String reason() {
        return reason;
    }
}
