/** What the plugin does in real builds, one class per goal or promise. */
@NullMarked
package io.github.syscallmaven.it;

import org.jspecify.annotations.NullMarked;
