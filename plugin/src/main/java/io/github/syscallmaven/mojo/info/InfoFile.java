package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.InfoFormat;
import io.github.syscallmaven.info.collect.KeyPrefixes;
import io.github.syscallmaven.mojo.Output;
import io.github.syscallmaven.mojo.Unevaluated;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of build info.
 *
 * @param parameter that names it
 * @param families of keys that go into it, {@link BuildInfo#BUILD} or {@link BuildInfo#GIT}
 * @param evaluated whether Maven filters it as a resource, and so evaluates its values
 */
record InfoFile(
        String parameter,
        Output output,
        InfoFormat format,
        List<String> families,
        KeyPrefixes prefixes,
        boolean evaluated) {

    InfoFile with(List<String> otherFamilies) {
        return new InfoFile(parameter, output, format, otherFamilies, prefixes, evaluated);
    }

    /** What it is to hold; empty when there is no key for it, so that there is to be no file. */
    Optional<byte[]> bytes(BuildInfo info) {
        SortedMap<String, String> keys = new TreeMap<>();
        families.forEach(family -> keys.putAll(prefixes.written(info.keys(family))));
        if (evaluated) {
            keys.replaceAll((key, value) -> Unevaluated.of(value));
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(format.write(keys));
    }

    /** Whether a file in its place has the form of one that the goal writes there. */
    boolean looksWritten(byte[] existing) {
        return families.stream().anyMatch(family -> format.looksWritten(existing, prefixes.written(family)));
    }
}
