/**
 * One parser for each form of a line in a text list: {@code sha256sum}, BSD tags, {@code gpg --print-md}, SFV and so
 * on.
 */
@NullMarked
package io.github.syscallmaven.checksum.list.line;

import org.jspecify.annotations.NullMarked;
