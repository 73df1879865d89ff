/**
 * What all goals share: how a goal runs, what a value may be, which files a build has written. The goals are in the
 * packages below, and the parameters that they share in {@code mojo.parameter}. Only these packages know Maven.
 */
@NullMarked
package io.github.syscallmaven.mojo;

import org.jspecify.annotations.NullMarked;
