/** Single steps on a disk by {@code java.nio}: names as this system has them, attributes, another try, failures. */
@NullMarked
package io.github.syscallmaven.io.portable.disk;

import org.jspecify.annotations.NullMarked;
