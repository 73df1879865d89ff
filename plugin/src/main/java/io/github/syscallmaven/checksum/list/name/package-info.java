/** Names in lists, as bytes: how they are told apart, what the name of a list itself promises. */
@NullMarked
package io.github.syscallmaven.checksum.list.name;

import org.jspecify.annotations.NullMarked;
