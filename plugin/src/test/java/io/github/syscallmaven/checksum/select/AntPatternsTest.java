package io.github.syscallmaven.checksum.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.testing.Seed;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.codehaus.plexus.util.AbstractScanner;
import org.codehaus.plexus.util.SelectorUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntPatternsTest {
    @ParameterizedTest
    @CsvSource({
        "**,            a/b/c.txt,    true",
        "*.txt,         c.txt,        true",
        "*.txt,         a/c.txt,      false",
        "**/*.txt,      c.txt,        true",
        "**/*.txt,      a/b/c.txt,    true",
        "a/,            a/b/c.txt,    true",
        "a/**,          ab/c.txt,     false",
        "a/**/c.txt,    a/c.txt,      true",
        "a\\c.txt,      a/c.txt,      true",
        "?.txt,         ä.txt,        true",
        "?.txt,         ab.txt,       false",
        "**/b/**/d,     a/b/c/b/d,    true",
        "*a*b*,         xaxbx,        true",
        "*a*b*,         xbxax,        false",
        "A.txt,         a.txt,        false",
    })
    void patternsMatchWholeNames(String pattern, String name, boolean matches) {
        assertThat(accepts(filter(pattern), BytePath.of(name))).isEqualTo(matches);
    }

    @Test
    void aQuestionMarkIsOneByteWhereTheNameIsNotUtf8() {
        BytePath name = BytePath.of(new byte[] {(byte) 0xff, (byte) 0xc3, 'x'});

        assertThat(accepts(filter("??x"), name)).isTrue();
        assertThat(accepts(filter("?x"), name)).isFalse();
    }

    @Test
    void excludesWin() {
        PathFilter filter = new AntPatterns(List.of("**/*.txt"), List.of("b/**", "**/no.txt"));

        assertThat(accepts(filter, BytePath.of("a/yes.txt"))).isTrue();
        assertThat(accepts(filter, BytePath.of("a/no.txt"))).isFalse();
        assertThat(accepts(filter, BytePath.of("b/yes.txt"))).isFalse();
    }

    @Test
    void directoriesAreOnlyOpenedWhereSomethingCanMatch() {
        PathFilter filter = new AntPatterns(List.of("a/b/*.txt", "x/**"), List.of("x/y/**", "x/z/*"));

        assertThat(descends(filter, BytePath.of("a"))).isTrue();
        assertThat(descends(filter, BytePath.of("a/b"))).isTrue();
        assertThat(descends(filter, BytePath.of("a/b/c"))).isFalse();
        assertThat(descends(filter, BytePath.of("b"))).isFalse();
        assertThat(descends(filter, BytePath.of("x/w/v"))).isTrue();
        assertThat(descends(filter, BytePath.of("x/y"))).isFalse();
        assertThat(descends(filter, BytePath.of("x/z"))).isTrue();
    }

    @Test
    void namesAndPatternsMatchAsInMaven() {
        long seed = Seed.next();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String pattern = randomParts(random, "a", "b", "*", "?", "**", "a*", "*b", "ab", "?b*");
            String name = randomParts(random, "a", "b", "ab", "ba", "aab");

            boolean matches = accepts(filter(pattern), BytePath.of(name));

            assertThat(matches)
                    .as("seed %d: '%s' and '%s'", seed, pattern, name)
                    .isEqualTo(SelectorUtils.matchPath(pattern, name));
            if (matches) {
                for (BytePath parent = BytePath.of(name).parent(); !parent.isEmpty(); parent = parent.parent()) {
                    assertThat(descends(filter(pattern), parent))
                            .as("seed %d: '%s' below '%s'", seed, pattern, parent)
                            .isTrue();
                }
            }
        }
    }

    private static String randomParts(Random random, String... parts) {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> parts[random.nextInt(parts.length)])
                .collect(Collectors.joining("/"));
    }

    @Test
    void patternsThatCannotMatchAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> filter(" ")).withMessageContaining("is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter("/etc/*"))
                .withMessageContaining("'/etc/*' begins with a slash");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter("a/".repeat(61)))
                .withMessageContaining("more than 60 parts");
    }

    @Test
    void defaultExcludesAreThoseOfMaven() {
        PathFilter filter = new DefaultExcludes(PathFilter.ALL);
        List<String> names = List.of(
                "a",
                "a~",
                "~",
                "#a#",
                "#",
                "##",
                "a#",
                ".#a",
                ".#",
                "%a%",
                "%",
                "._a",
                "CVS",
                "CVSX",
                ".cvsignore",
                "RCS",
                "SCCS",
                "vssver.scc",
                "project.pj",
                ".svn",
                ".arch-ids",
                ".bzr",
                ".MySCMServerInfo",
                ".DS_Store",
                ".metadata",
                ".hg",
                ".git",
                ".gitignore",
                ".gitattributes",
                "BitKeeper",
                "ChangeSet",
                "_darcs",
                ".darcsrepo",
                "-darcs-backup1",
                ".darcs-temp-mail");
        for (String name : names) {
            boolean excluded = isExcludedByMaven("x/" + name);
            assertThat(accepts(filter, BytePath.of("x/" + name))).as(name).isEqualTo(!excluded);
            assertThat(descends(filter, BytePath.of("x/" + name)))
                    .as(name)
                    .isEqualTo(!isExcludedByMaven("x/" + name + "/y"));
        }
    }

    private static boolean isExcludedByMaven(String name) {
        return List.of(AbstractScanner.DEFAULTEXCLUDES).stream()
                .anyMatch(pattern -> SelectorUtils.matchPath(pattern, name));
    }

    private static boolean accepts(PathFilter filter, BytePath name) {
        return filter.acceptsPath(name);
    }

    private static boolean descends(PathFilter filter, BytePath directory) {
        return below(filter, directory).isPresent();
    }

    private static Optional<PathFilter> below(PathFilter filter, BytePath directory) {
        return directory.isEmpty()
                ? Optional.of(filter)
                : below(filter, directory.parent()).flatMap(above -> above.below(directory.fileName()));
    }

    private static PathFilter filter(String include) {
        return new AntPatterns(List.of(include), List.of());
    }
}
