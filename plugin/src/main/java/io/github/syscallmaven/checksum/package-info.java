/**
 * Digests of files: algorithms, the formats of sums files and sidecars, hashing and verification. Knows no Maven.
 *
 * <p>The formats are pure: {@link io.github.syscallmaven.checksum.SumsReader} and {@link
 * io.github.syscallmaven.checksum.SumsWriter} work on streams of bytes and never open a file. File names are {@link
 * io.github.syscallmaven.io.BytePath}, so a name that is not UTF-8 survives.
 */
@NullMarked
package io.github.syscallmaven.checksum;

import org.jspecify.annotations.NullMarked;
