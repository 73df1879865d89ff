/** What {@code write-checksums} does: a request in, lists and sidecars written, a report out. Knows no Maven. */
@NullMarked
package io.github.syscallmaven.checksum.create;

import org.jspecify.annotations.NullMarked;
