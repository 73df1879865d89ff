/**
 * What files need on top of bare kernel calls: names as bytes, contained resolution, whole-or-nothing writes, honest
 * reads and directory walks. Retry and short-count loops live here, never below.
 */
@NullMarked
package io.github.syscallmaven.io;

import org.jspecify.annotations.NullMarked;
