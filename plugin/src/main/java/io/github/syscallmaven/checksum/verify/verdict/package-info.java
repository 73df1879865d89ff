/** What is found of a listed file: its status, the verdict on it, and the counts of a whole verification. */
@NullMarked
package io.github.syscallmaven.checksum.verify.verdict;

import org.jspecify.annotations.NullMarked;
