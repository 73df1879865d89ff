package io.github.syscallmaven.io.kernel.call;

import io.github.syscallmaven.io.BytePath;

/**
 * A name in an open directory.
 *
 * @param name from the directory; empty for the directory itself
 * @param shown how messages name it
 */
public record Target(Fd directory, BytePath name, BytePath shown) {}
