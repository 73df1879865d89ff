package io.github.syscallmaven.trust;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which versions of Maven verify trusted checksums as our settings ask for. */
public final class EnforcingMaven {
    /**
     * The first. 3.9.0 and 3.9.1 do not know {@code session.rootDirectory}; 3.9.2 and 3.9.3 load the file and do not
     * enforce it (MRESOLVER-375); older ones ignore all of it in silence.
     */
    public static final String FIRST = "3.9.4";

    private static final Pattern VERSION =
            Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?([^0-9].*)?");

    private EnforcingMaven() {}

    /** Whether this version enforces. */
    public static boolean enforces(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        int major = number(parts.group(1));
        int minor = number(parts.group(2));
        int patch = number(parts.group(3));
        return major > 3 || (major == 3 && (minor > 9 || (minor == 9 && patch >= 4)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
