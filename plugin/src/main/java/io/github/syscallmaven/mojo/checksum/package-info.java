/** The goals {@code write-checksums} and {@code read-checksums}. */
@NullMarked
package io.github.syscallmaven.mojo.checksum;

import org.jspecify.annotations.NullMarked;
