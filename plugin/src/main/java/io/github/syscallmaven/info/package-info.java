/** What a build is: project, time, git, CI, JDK; and the formats it is written in. Knows no Maven. */
@NullMarked
package io.github.syscallmaven.info;

import org.jspecify.annotations.NullMarked;
