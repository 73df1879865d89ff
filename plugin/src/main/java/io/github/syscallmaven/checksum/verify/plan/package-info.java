/** From what lists have to what is read: one task for each file, whatever lists name it. */
@NullMarked
package io.github.syscallmaven.checksum.verify.plan;

import org.jspecify.annotations.NullMarked;
