/**
 * The files that goals read and write: {@link io.github.syscallmaven.io.FileIo} and
 * {@link io.github.syscallmaven.io.Root}, names as bytes, results and errors. No implementation.
 */
@NullMarked
package io.github.syscallmaven.io;

import org.jspecify.annotations.NullMarked;
