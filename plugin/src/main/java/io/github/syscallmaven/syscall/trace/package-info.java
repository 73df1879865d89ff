/** A gate that writes down every call as strace(1) does, with names of flags, structures and errors. */
@NullMarked
package io.github.syscallmaven.syscall.trace;

import org.jspecify.annotations.NullMarked;
