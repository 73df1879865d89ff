/** Is this a host that the plugin ships a stub for, and what do its kernel and its sandboxes offer. */
@NullMarked
package io.github.syscallmaven.host;

import org.jspecify.annotations.NullMarked;
