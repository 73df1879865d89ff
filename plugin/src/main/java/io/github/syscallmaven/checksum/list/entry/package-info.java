/** What is found in a list: an entry, or a problem instead of one; and the forms that it can have. */
@NullMarked
package io.github.syscallmaven.checksum.list.entry;

import org.jspecify.annotations.NullMarked;
