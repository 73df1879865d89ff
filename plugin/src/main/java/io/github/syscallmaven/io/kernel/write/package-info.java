/** Writes that are whole or not at all: a temporary file with the rights of the old one takes its place. */
@NullMarked
package io.github.syscallmaven.io.kernel.write;

import org.jspecify.annotations.NullMarked;
