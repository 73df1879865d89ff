/** A gate that writes down every call, as strace(1) does or as events for a profiler's timeline. */
@NullMarked
package io.github.syscallmaven.syscall.trace;

import org.jspecify.annotations.NullMarked;
