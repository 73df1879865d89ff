/** Names below a root: resolved without leaving it, walked, with their missing directories made. */
@NullMarked
package io.github.syscallmaven.io.kernel.path;

import org.jspecify.annotations.NullMarked;
