/** What a build is, as keys and values, and the formats it is written in. Knows no Maven. */
@NullMarked
package io.github.syscallmaven.info;

import org.jspecify.annotations.NullMarked;
