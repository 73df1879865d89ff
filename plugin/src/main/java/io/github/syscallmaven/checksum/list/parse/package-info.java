/** From the bytes of a list to entries and problems: lines, fields and digests. */
@NullMarked
package io.github.syscallmaven.checksum.list.parse;

import org.jspecify.annotations.NullMarked;
