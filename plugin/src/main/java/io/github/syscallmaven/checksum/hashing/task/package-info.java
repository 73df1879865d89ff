/** What is to hash and what came of it, queued in bounded memory; results come out in the order of the tasks. */
@NullMarked
package io.github.syscallmaven.checksum.hashing.task;

import org.jspecify.annotations.NullMarked;
