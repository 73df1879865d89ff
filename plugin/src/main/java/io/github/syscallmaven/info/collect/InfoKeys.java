package io.github.syscallmaven.info.collect;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.EnvironmentKeys;
import io.github.syscallmaven.info.ci.CiBuild;
import io.github.syscallmaven.info.git.GitKey;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names of all keys as documented, before any change of a prefix. */
public final class InfoKeys {
    /** The build's own; the name may be unknown, the time unwanted. */
    static final List<String> OF_PROJECT =
            List.of("build.artifact", "build.group", "build.name", "build.time", "build.version");

    /** Those that stand in both families, as git-commit-id-maven-plugin's users look for them under {@code git.}. */
    static final List<String> IN_BOTH_FAMILIES = List.of("build.host", "build.time", "build.version");

    private InfoKeys() {}

    /** Every key that a build can have, except for those that the user adds. */
    public static SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(OF_PROJECT);
        all.addAll(EnvironmentKeys.all());
        all.addAll(CiBuild.KEYS);
        IN_BOTH_FAMILIES.forEach(key -> all.add(BuildInfo.GIT + key));
        for (GitKey key : GitKey.values()) {
            all.add(key.documented());
        }
        return all;
    }
}
