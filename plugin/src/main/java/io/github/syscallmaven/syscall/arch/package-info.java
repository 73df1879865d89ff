/**
 * What differs between CPUs: the numbers of the calls, values of flags and layouts of structures, one table for each
 * CPU.
 */
@NullMarked
package io.github.syscallmaven.syscall.arch;

import org.jspecify.annotations.NullMarked;
