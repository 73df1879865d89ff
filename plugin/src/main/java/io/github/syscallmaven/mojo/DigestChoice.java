package io.github.syscallmaven.mojo;

import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.syscall.stub.StubLoader;

/** What computes digests. */
public enum DigestChoice {
    /** The stub, as far as it can on this CPU; all else security providers. */
    STUB,
    /** Security providers alone: the JDK's, or those that the JVM's policy puts before them. */
    JDK;

    /**
     * The algorithms that this plugin's class loader sees, computed so. The stub need not be loaded before they are
     * used.
     */
    public Algorithms algorithms() {
        ClassLoader loader = DigestChoice.class.getClassLoader();
        return this == STUB ? new Algorithms(loader, StubLoader::blockFunctions) : new Algorithms(loader);
    }
}
