/** The goals: parameters become an immutable request, the request a call, its result a report. All that knows Maven. */
@NullMarked
package io.github.syscallmaven.mojo;

import org.jspecify.annotations.NullMarked;
