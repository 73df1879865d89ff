package io.github.syscallmaven.mojo.info;

/** A file that is to be, and all that it is to hold. */
record InfoContent(InfoFile file, byte[] bytes) {}
