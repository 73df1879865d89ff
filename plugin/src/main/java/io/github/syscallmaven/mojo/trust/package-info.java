/** The goals for trusted checksums, and what they ask of Maven and of its Resolver. */
@NullMarked
package io.github.syscallmaven.mojo.trust;

import org.jspecify.annotations.NullMarked;
