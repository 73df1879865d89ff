/**
 * Reads lists of checksums and sidecars of every form: {@link io.github.syscallmaven.checksum.list.ChecksumListReader}
 * looks at the first bytes, decides on the form, and hands out entries and problems. Works on streams; opens no file.
 */
@NullMarked
package io.github.syscallmaven.checksum.list;

import org.jspecify.annotations.NullMarked;
