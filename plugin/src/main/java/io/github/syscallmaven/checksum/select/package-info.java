/** Which files of a tree are meant: Ant patterns over names that are bytes. */
@NullMarked
package io.github.syscallmaven.checksum.select;

import org.jspecify.annotations.NullMarked;
