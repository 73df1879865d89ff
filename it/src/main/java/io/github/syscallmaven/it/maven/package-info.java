/** Real Maven builds as one fluent expression, run once for every Maven and every JDK that there is. */
@NullMarked
package io.github.syscallmaven.it.maven;

import org.jspecify.annotations.NullMarked;
