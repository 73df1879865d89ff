package io.github.syscallmaven.io.portable.disk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that mean something else on Windows: a device, a stream of a file, a shorter name, a path.
 *
 * <p>Source: Microsoft, "Naming Files, Paths, and Namespaces".
 */
final class WindowsRules {
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?",
            Pattern.CASE_INSENSITIVE);
    private static final String SPECIAL = "<>:\"/\\|?*";

    private WindowsRules() {}

    /** Why there cannot be a file of this name, a single component, on Windows; null if there can. */
    static @Nullable String fault(String name) {
        if (name.chars().anyMatch(c -> c < ' ' || SPECIAL.indexOf(c) >= 0)) {
            return "its name has a character that Windows reserves: one of " + SPECIAL + " or a control character";
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return "its name ends in a dot or a blank, which Windows would drop";
        }
        return DEVICE.matcher(name).matches() ? "its name is that of a device on Windows" : null;
    }
}
