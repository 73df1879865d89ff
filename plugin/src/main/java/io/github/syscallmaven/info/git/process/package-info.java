/** Runs the git program: its environment, time limit, output and what it leaves behind. */
@NullMarked
package io.github.syscallmaven.info.git.process;

import org.jspecify.annotations.NullMarked;
