package io.github.syscallmaven.checksum;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * {@code name digest} and {@code name: digest}. Only in a list that begins so: among other lines it is more likely that one of
 * those is damaged. For the same reason, a name without a colon has no blank in it, and is not what stands before {@code =}.
 */
final class NameFirstLineParser implements LineParser {
    private static final int SHORTEST = 32;

    private final SumParser sums;
    private final BooleanSupplier any;
    private final Consumer<Finding> out;
    private boolean begun;

    /** {@code any}: whether the list has had an entry yet. */
    NameFirstLineParser(SumParser sums, BooleanSupplier any, Consumer<Finding> out) {
        this.sums = sums;
        this.any = any;
        this.out = out;
    }

    @Override
    public boolean take(Line line) {
        Slice text = line.text().stripped();
        int digest = text.length();
        while (digest > 0 && !Slice.isBlank(text.at(digest - 1))) {
            digest--;
        }
        Slice name = text.slice(0, digest).stripped();
        boolean colon = name.endsWith(':');
        boolean possible =
                name.length() > (colon ? 1 : 0) && (colon || name.blank(0) == name.length()) && !name.endsWith('=');
        if (!possible || text.length() - digest < SHORTEST || (any.getAsBoolean() && !begun)) {
            return false;
        }
        ParsedSum sum = sums.untagged(text.after(digest), line.number());
        if (sum == null) {
            return false;
        }
        begun |= sum instanceof ParsedSum.Sum;
        Slice plain = colon ? name.slice(0, name.length() - 1) : name;
        out.accept(sum.named(plain.path(), SumsForm.NAME_FIRST, line.number()));
        return true;
    }
}
