/** The parameters that goals share. */
@NullMarked
package io.github.syscallmaven.mojo.goal;

import org.jspecify.annotations.NullMarked;
