/**
 * What the plugin costs beside other plugins, other tools and a C program. Figures of one run compare; others do not.
 */
@NullMarked
package io.github.syscallmaven.bench;

import org.jspecify.annotations.NullMarked;
