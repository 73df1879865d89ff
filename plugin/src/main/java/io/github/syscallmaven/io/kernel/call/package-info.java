/** Calls that go on after EINTR and short counts, descriptors that are closed once, and the buffers of a thread. */
@NullMarked
package io.github.syscallmaven.io.kernel.call;

import org.jspecify.annotations.NullMarked;
