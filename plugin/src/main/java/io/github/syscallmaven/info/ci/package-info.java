/** Which CI provider a build runs on, and what it says of it. {@code CiProviderTable} has a row for each provider. */
@NullMarked
package io.github.syscallmaven.info.ci;

import org.jspecify.annotations.NullMarked;
