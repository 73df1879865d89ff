/** Brings together what project, git, CI and environment know, as the keys that the user wants. */
@NullMarked
package io.github.syscallmaven.info.collect;

import org.jspecify.annotations.NullMarked;
