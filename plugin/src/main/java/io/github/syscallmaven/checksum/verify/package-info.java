/** What {@code read-checksums} does: a request in, a verdict for each file, counts out. Knows no Maven. */
@NullMarked
package io.github.syscallmaven.checksum.verify;

import org.jspecify.annotations.NullMarked;
