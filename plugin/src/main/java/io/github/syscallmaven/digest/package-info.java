/**
 * Algorithms and digests: those of the JDK, of security providers and of the stub, and CRCs. {@link
 * io.github.syscallmaven.digest.Algorithms} finds an algorithm by any of the names that tools give it.
 */
@NullMarked
package io.github.syscallmaven.digest;

import org.jspecify.annotations.NullMarked;
