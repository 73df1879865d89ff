/** Writes lists and sidecars: one writer for each {@link io.github.syscallmaven.checksum.list.write.ListFormat}. */
@NullMarked
package io.github.syscallmaven.checksum.list.write;

import org.jspecify.annotations.NullMarked;
