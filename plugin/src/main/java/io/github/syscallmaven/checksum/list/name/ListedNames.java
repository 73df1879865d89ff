package io.github.syscallmaven.checksum.list.name;

import io.github.syscallmaven.io.BytePath;

/** Maps names in lists to one spelling for each file. For one thread at a time. */
public final class ListedNames {
    private final BytePath base;
    private final byte[] directory;
    private final Fingerprints fingerprints;

    public ListedNames(BytePath base, Fingerprints fingerprints) {
        this.base = base;
        // With its slash, so that a file is the same one from whichever directory it is named.
        this.directory = base.resolve(BytePath.of("")).toBytes();
        this.fingerprints = fingerprints;
    }

    /** The name from the base directory, for a list whose names are relative to a folder below it. */
    public BytePath plain(BytePath folder, BytePath listed) {
        return Below.plain(base, listed.isAbsolute() ? listed : folder.resolve(listed));
    }

    /** Of a plain name. */
    public long fingerprint(BytePath plain) {
        return fingerprints.of(directory, plain.toBytes());
    }
}
