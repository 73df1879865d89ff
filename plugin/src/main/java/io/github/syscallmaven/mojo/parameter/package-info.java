/** The parameters that goals share. */
@NullMarked
package io.github.syscallmaven.mojo.parameter;

import org.jspecify.annotations.NullMarked;
