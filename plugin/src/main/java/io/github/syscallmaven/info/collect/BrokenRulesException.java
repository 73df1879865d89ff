package io.github.syscallmaven.info.collect;

import java.util.List;

/** The build breaks rules of the user. */
public final class BrokenRulesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenRulesException(List<String> broken) {
        super(String.join("; ", broken));
    }
}
