@NullMarked
package io.github.syscallmaven.syscall;

import org.jspecify.annotations.NullMarked;
