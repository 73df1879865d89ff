/**
 * Files by system calls: contained resolution, whole-or-nothing writes, reads that notice changes, and directory walks.
 * Loops for EINTR and short counts live here, never below.
 */
@NullMarked
package io.github.syscallmaven.io.kernel;

import org.jspecify.annotations.NullMarked;
