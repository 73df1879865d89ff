package io.github.syscallmaven.it.maven;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One Maven on one JDK. */
record Combination(MavenHome maven, Jdk jdk) {

    /** The combinations that the system property {@code it.combinations} asks for. */
    static List<Combination> forTest(String test, MavenTest options) {
        List<String> except = List.of(options.except());
        List<MavenHome> more = options.more() ? MavenHome.more() : List.of();
        List<MavenHome> mavens = Stream.concat(MavenHome.all().stream(), more.stream())
                .filter(maven -> !except.contains(maven.version()))
                .toList();
        if (options.emulated()) {
            return List.of(new Combination(mavens.get(0), Jdk.arm64()));
        }
        List<Jdk> jdks = Jdk.all();
        String wanted = System.getProperty("it.combinations", "each");
        return switch (wanted) {
            case "each" -> {
                List<Combination> each = each(mavens, jdks, test.hashCode());
                yield options.more() ? one(each, test) : each;
            }
            case "all" -> options.everyPair() ? all(mavens, jdks) : each(mavens, jdks, test.hashCode());
            default ->
                throw new IllegalArgumentException("it.combinations is '" + wanted + "', but must be 'each' or 'all'");
        };
    }

    /** For tests of many builds, which differ in what they get. */
    private static List<Combination> one(List<Combination> each, String test) {
        return List.of(each.get(Math.floorMod(test.hashCode(), each.size())));
    }

    static List<Combination> all(List<MavenHome> mavens, List<Jdk> jdks) {
        return mavens.stream()
                .flatMap(maven -> jdks.stream().map(jdk -> new Combination(maven, jdk)))
                .toList();
    }

    /**
     * Every Maven and every JDK at least once, in as few combinations as that takes.
     *
     * @param shift which JDK the first Maven gets; by different shifts the tests of a suite together see every pair
     */
    static List<Combination> each(List<MavenHome> mavens, List<Jdk> jdks, int shift) {
        return IntStream.range(0, Math.max(mavens.size(), jdks.size()))
                .mapToObj(i ->
                        new Combination(mavens.get(i % mavens.size()), jdks.get(Math.floorMod(i + shift, jdks.size()))))
                .toList();
    }

    @Override
    public String toString() {
        return maven + ", " + jdk;
    }
}
