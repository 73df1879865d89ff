package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line with nothing but a digest: hexadecimal digits, or base64 where the algorithm is known, as in what NuGet keeps beside
 * packages. It counts in a sidecar; in another list only if there is nothing else, because there it is more likely one that
 * lost its name.
 */
final class BareLineParser implements LineParser {
    private final SumsContext context;
    private final SumParser sums;
    private final Consumer<Finding> out;
    private @Nullable Finding held;
    private boolean first = true;

    BareLineParser(SumsContext context, SumParser sums, Consumer<Finding> out) {
        this.context = context;
        this.sums = sums;
        this.out = out;
    }

    @Override
    public boolean take(Line line) {
        Finding bare = context.sidecar() || first ? bare(line.text().stripped(), line.number()) : null;
        if (bare == null) {
            return false;
        }
        if (context.sidecar()) {
            out.accept(bare);
        } else {
            held = bare;
        }
        first = false;
        return true;
    }

    private @Nullable Finding bare(Slice text, int number) {
        boolean base64 = !context.isGuessing() && text.blank(0) == text.length();
        if (!text.isHex() && !base64) {
            return null;
        }
        ParsedSum sum = sums.untagged(text, number);
        if (sum == null) {
            return text.isHex() ? SumsProblem.unusualLength(text.length(), number) : null;
        }
        BytePath name = context.target();
        return name == null ? SumsProblem.nameless(number) : sum.named(name, SumsForm.BARE, number);
    }

    /** A further line shows that the first, bare one was not the whole list. */
    @Override
    public void interrupt() {
        if (held != null) {
            out.accept(SumsProblem.nameless(held.line()));
        }
        held = null;
        first = false;
    }

    @Override
    public void end() {
        if (held != null) {
            out.accept(held);
        }
        held = null;
    }
}
