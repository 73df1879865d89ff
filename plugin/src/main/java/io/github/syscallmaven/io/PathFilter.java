package io.github.syscallmaven.io;

/** Which files of a tree are wanted. Names are relative to where the walk began. */
public interface PathFilter {
    /** Everything. */
    PathFilter ALL = new PathFilter() {
        @Override
        public boolean accepts(BytePath file) {
            return true;
        }

        @Override
        public boolean descends(BytePath directory) {
            return true;
        }
    };

    boolean accepts(BytePath file);

    /** False only when nothing below can be wanted; the directory is not opened then. */
    boolean descends(BytePath directory);
}
