/** The goal {@code verify-host}. */
@NullMarked
package io.github.syscallmaven.mojo.host;

import org.jspecify.annotations.NullMarked;
