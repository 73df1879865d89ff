package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.name.ListName;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Listed;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the algorithm of a list's digests comes from. */
record AlgorithmOrigin(BytePath list, EntryForm form, Algorithm algorithm, Source source) {
    /** Forms that say nothing about the algorithm. */
    private static final Set<EntryForm> UNTAGGED = EnumSet.of(
            EntryForm.GNU_TEXT, EntryForm.GNU_BINARY, EntryForm.BSD_REVERSED, EntryForm.BARE, EntryForm.NAME_FIRST);

    private enum Source {
        ENTRY("as the list says"),
        CHOICE("as set for digests without an algorithm"),
        NAME("by the name of the list"),
        LENGTH("by the length of the digest");

        private final String text;

        Source(String text) {
            this.text = text;
        }
    }

    /** {@code chosen} is the algorithm of digests that do not say theirs; null when nobody has chosen one. */
    static AlgorithmOrigin of(Listed listed, @Nullable Algorithm chosen, Algorithms algorithms) {
        ListEntry entry = listed.entry();
        boolean named = ListName.of(algorithms, listed.list()).promise() != null;
        Source untagged = chosen != null ? Source.CHOICE : named ? Source.NAME : Source.ENTRY;
        Source said = UNTAGGED.contains(entry.form()) ? untagged : Source.ENTRY;
        Source source = entry.guessed() ? Source.LENGTH : said;
        return new AlgorithmOrigin(listed.list(), entry.form(), entry.algorithm(), source);
    }

    boolean isThatOf(Listed listed) {
        return listed.list().equals(list)
                && listed.entry().form() == form
                && listed.entry().algorithm().equals(algorithm);
    }

    /** Readable text: {@code SHA-256, by the length of the digest; computed by the security provider SUN}. */
    @Override
    public String toString() {
        return algorithm + ", " + source.text + "; computed by "
                + algorithm.newHash().computedBy();
    }
}
