/** Reads that notice when a file changes meanwhile, one file by another or many small ones with few calls. */
@NullMarked
package io.github.syscallmaven.io.kernel.read;

import org.jspecify.annotations.NullMarked;
