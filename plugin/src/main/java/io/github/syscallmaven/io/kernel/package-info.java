/**
 * The seam to files by system calls. {@code call} makes single calls, goes on after EINTR and short counts, and owns
 * descriptors; {@code path} resolves names without leaving a tree; {@code read} and {@code write} keep the promises of
 * reads and writes. Loops for EINTR and short counts live here, never below.
 */
@NullMarked
package io.github.syscallmaven.io.kernel;

import org.jspecify.annotations.NullMarked;
