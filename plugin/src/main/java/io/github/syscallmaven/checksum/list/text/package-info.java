/** A part of a list's bytes, and how messages show it. */
@NullMarked
package io.github.syscallmaven.checksum.list.text;

import org.jspecify.annotations.NullMarked;
