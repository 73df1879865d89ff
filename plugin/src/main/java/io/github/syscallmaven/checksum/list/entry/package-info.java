/**
 * What a list consists of, whatever its form: entries, problems, names, lines, and the text of digests. File names are
 * {@link io.github.syscallmaven.io.BytePath}, so a name that is not UTF-8 survives.
 */
@NullMarked
package io.github.syscallmaven.checksum.list.entry;

import org.jspecify.annotations.NullMarked;
