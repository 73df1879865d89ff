/**
 * The seam over {@code java.nio.file}, for hosts without a stub: macOS, Windows, other CPUs, sandboxes. Uses Java's own
 * file access.
 *
 * <p>It gives the same bytes and the same verdicts as the kernel's calls. It resolves names and not descriptors, so
 * whoever renames directories at the same time can lead it elsewhere; the manual lists what else it cannot promise.
 */
@NullMarked
package io.github.syscallmaven.io.portable;

import org.jspecify.annotations.NullMarked;
