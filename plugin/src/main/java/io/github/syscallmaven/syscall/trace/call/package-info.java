/** One traced call as text: its arguments with the names of flags, structures and errors. */
@NullMarked
package io.github.syscallmaven.syscall.trace.call;

import org.jspecify.annotations.NullMarked;
