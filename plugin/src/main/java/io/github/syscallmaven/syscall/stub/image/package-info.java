/** The bytes of a stub, and what has to hold of them before they are loaded. */
@NullMarked
package io.github.syscallmaven.syscall.stub.image;

import org.jspecify.annotations.NullMarked;
