/**
 * The assembly stub: its image is checked, unpacked into a private folder, mapped by JNA and tried out before anybody
 * gets it. What happens here happens before there is a stub, so this package reads and writes files by Java's own
 * classes.
 */
@NullMarked
package io.github.syscallmaven.syscall.stub;

import org.jspecify.annotations.NullMarked;
