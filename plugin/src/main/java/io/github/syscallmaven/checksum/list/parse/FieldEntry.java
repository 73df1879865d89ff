package io.github.syscallmaven.checksum.list.parse;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an entry in a CSV, JSON or XML list. */
public record FieldEntry(@Nullable BytePath name, String algorithm, String digest) {
    /** More than checksum-maven-plugin has (49); without a limit, many digests of one long name take quadratic time. */
    public static final int MAX_ALGORITHMS = 64;

    private static final Set<EntryForm> OF_PLUGIN = Set.of(EntryForm.PLUGIN_CSV, EntryForm.PLUGIN_XML);

    /** The entry of these fields, or what is wrong with them. */
    public ListItem check(Algorithms algorithms, EntryForm form, int line) {
        if (name == null || !TextName.isPossible(name)) {
            return ListProblem.malformed(line, "has a name that no file can have");
        }
        Slice text = Slice.of(digest.getBytes(StandardCharsets.UTF_8));
        return algorithms
                .ofLists(algorithm)
                .map(known -> DigestParser.field(known, OF_PLUGIN.contains(form), text, line))
                .orElseGet(() -> ListProblem.unknownAlgorithm(algorithm, line))
                .named(name, form, line);
    }
}
