package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.trust.MavenConfig.Definition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a {@code .mvn/maven.config} needs for Maven to enforce a policy.
 *
 * @param missing lines to add, in the order of {@link TrustSetting}
 * @param obstacles why adding lines would not do, each a sentence without a full stop that names the line
 */
public record TrustSwitch(List<String> missing, List<String> obstacles) {
    private static final int LONGEST_VALUE = 160;

    /** Compares the file with the policy. */
    public static TrustSwitch of(MavenConfig config, TrustPolicy policy) {
        List<String> missing = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        List<String> properties =
                Arrays.stream(TrustSetting.values()).map(TrustSetting::property).toList();
        List<Integer> ambiguous = config.ambiguous(properties);
        for (int line : ambiguous) {
            obstacles.add("line " + line + " holds several options; since Maven 3.9 all but the first are a part of its"
                    + " value. Give each option a line of its own");
        }
        for (TrustSetting setting : TrustSetting.values()) {
            Definition set = config.definition(setting.property()).orElse(null);
            if (set == null) {
                missing.add(setting.line(policy));
            } else if (!ambiguous.contains(set.line()) && !setting.accepts(set.value(), policy)) {
                obstacles.add("line " + set.line() + " sets " + setting.property() + " to '"
                        + Printable.of(set.value(), LONGEST_VALUE) + "', which has to be '" + setting.required(policy)
                        + "'");
            }
        }
        if (!config.has(TrustSetting.STRICT_CHECKSUMS) && !config.has(TrustSetting.STRICT_CHECKSUMS_SHORT)) {
            missing.add(TrustSetting.STRICT_CHECKSUMS);
        }
        return new TrustSwitch(List.copyOf(missing), List.copyOf(obstacles));
    }
}
