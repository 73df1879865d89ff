package io.github.syscallmaven.info.collect;

import java.util.List;

/** The build is not what its rules ask for. */
public final class BrokenRulesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenRulesException(List<String> broken) {
        super(String.join("; ", broken));
    }
}
