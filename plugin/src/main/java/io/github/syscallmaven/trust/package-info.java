/**
 * Trusted checksums as Maven's Resolver reads and enforces them: the file, the settings that switch them on, what a
 * build resolves, and what changed since the file was written. Knows files and lines, and no Maven.
 */
@NullMarked
package io.github.syscallmaven.trust;

import org.jspecify.annotations.NullMarked;
