/**
 * Linux system calls with nothing in between: one method for each call under the kernel's own name, flags and errors.
 * The numbers of each CPU are in {@code syscall.arch}, the assembly stub is in {@code syscall.stub}.
 *
 * <p>The methods do what the kernel does and no more: no retry, no loop over short counts, no fallback. What the
 * arguments mean is in the man page of the call; that they are right is the duty of the caller. Addresses are those of
 * direct buffers.
 */
@NullMarked
package io.github.syscallmaven.syscall;

import org.jspecify.annotations.NullMarked;
