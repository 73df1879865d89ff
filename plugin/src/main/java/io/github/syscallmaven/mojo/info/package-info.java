/** The goal {@code write-info}. */
@NullMarked
package io.github.syscallmaven.mojo.info;

import org.jspecify.annotations.NullMarked;
