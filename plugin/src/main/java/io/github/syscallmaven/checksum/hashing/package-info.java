/**
 * Hashes many files with many threads. Results come in the order of the tasks; memory is bounded, whatever the number
 * and the size of the files.
 */
@NullMarked
package io.github.syscallmaven.checksum.hashing;

import org.jspecify.annotations.NullMarked;
