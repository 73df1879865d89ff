package io.github.syscallmaven.mojo;

import org.apache.maven.plugin.MojoFailureException;

/**
 * What to do where the stub cannot be used.
 *
 * @param unsupportedHost the word for it
 * @param portable whether the user does not want the stub anywhere
 */
public record HostChoice(String unsupportedHost, boolean portable) {
    /** What to do on a host without a stub, or one that keeps it from working. */
    enum UnsupportedHost {
        FAIL,
        SKIP,
        PORTABLE
    }

    UnsupportedHost otherwise() throws MojoFailureException {
        return Setting.named("unsupportedHost").choice(unsupportedHost, UnsupportedHost.class);
    }
}
