/** One reader for each form of list that is more than lines: CSV, JSON, XML, signed, and what Windows' tools print. */
@NullMarked
package io.github.syscallmaven.checksum.list.form;

import org.jspecify.annotations.NullMarked;
