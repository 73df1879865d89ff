/**
 * What all goals share: their parameters, how a goal runs, what a value may be, which files a build has written. The
 * goals are in the packages below. Only these packages know Maven.
 */
@NullMarked
package io.github.syscallmaven.mojo;

import org.jspecify.annotations.NullMarked;
