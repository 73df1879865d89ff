/** What git knows of a build: the commit, branch, tags and state of the working tree, asked of the git program. */
@NullMarked
package io.github.syscallmaven.info.git;

import org.jspecify.annotations.NullMarked;
