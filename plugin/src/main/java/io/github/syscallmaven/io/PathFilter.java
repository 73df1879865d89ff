package io.github.syscallmaven.io;

import java.util.Optional;

/**
 * Chooses the files of a directory. Each directory has its own filter, derived on the way down, so that the cost of a
 * walk does not grow with the length of whole names.
 */
public interface PathFilter {
    /** Everything. */
    PathFilter ALL = new PathFilter() {
        @Override
        public boolean accepts(BytePath name) {
            return true;
        }

        @Override
        public Optional<PathFilter> below(BytePath directory) {
            return Optional.of(this);
        }
    };

    /** Whether the file of this name, a single component, is wanted. */
    boolean accepts(BytePath name);

    /**
     * The filter of the directory of this name, a single component. Empty if nothing below it can be wanted: it is not
     * opened.
     */
    Optional<PathFilter> below(BytePath directory);

    /** Whether a walk that began here would come to the file of this whole name, and it is wanted. */
    default boolean acceptsPath(BytePath path) {
        PathFilter filter = this;
        int start = 0;
        for (int end = path.indexOf((byte) '/', 0); end < path.length(); end = path.indexOf((byte) '/', start)) {
            filter = filter.below(path.slice(start, end)).orElse(null);
            if (filter == null) {
                return false;
            }
            start = end + 1;
        }
        return filter.accepts(path.slice(start, path.length()));
    }
}
