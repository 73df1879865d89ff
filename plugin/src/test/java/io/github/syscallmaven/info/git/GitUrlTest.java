package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Seed;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.org/x/y.git",
                "https://example.org:8443/~user/y.git",
                "https://example.org/@scope/y.git",
                "https://[::1]:8443/y.git",
                "git://example.org/y.git",
                "ssh://git@example.org/x/y.git",
                "ssh://git@example.org:2222/x/y.git",
                "ssh://git@example.org:x/y.git",
                "git+ssh://git@example.org/x/y.git",
                "git@example.org:x/y.git",
                "[git@example.org:22]:x/y.git",
                "example.org:~x/y.git",
                "gcrypt::git@example.org:x/y.git",
                "codecommit::eu-west-1://repository",
                "/srv/git/y@z.git",
                "../y:z@w.git",
                "file:///srv/git/y@z#1?.git",
                "file:/srv/git/y@z",
                "host:path/file@v2.git",
                "git:org/y.git",
                "https:///example.org/x.git",
                "https://",
                "C:/git/y@z"
            })
    void aUrlWithoutCredentialsStays(String url) {
        assertThat(GitUrl.withoutCredentials(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ghp_SECRET@example.org/x/y.git, https://example.org/x/y.git",
        "https://user:SECRET@example.org/x/y.git, https://example.org/x/y.git",
        "https://user:SECRET@example.org:8443/x/y.git, https://example.org:8443/x/y.git",
        "https://user:SEC@RET@example.org/y.git, https://example.org/y.git",
        "https://user%40corp:SECRET@[::1]/y.git, https://[::1]/y.git",
        "https://:@example.org/y.git, https://example.org/y.git",
        "https://oauth2:SECRET@example.org, https://example.org",
        "HTTPS://user:SECRET@example.org/y.git, HTTPS://example.org/y.git",
        "http://SECRET@example.org/@scope/y.git, http://example.org/@scope/y.git",
        "https://user:SEC/RET@example.org/y.git, https://example.org/y.git",
        "https://user:SEC?RET@example.org/y.git, https://example.org/y.git",
        "https://user:SEC#RET@example.org/y.git, https://example.org/y.git",
        "https://user:SEC RET@example.org/y.git, https://example.org/y.git",
        "https://user:SEC\\RET@example.org/y.git, https://example.org/y.git",
        "https://user:SECRET, ''",
        "https://user:SECRET/y.git, ''",
        "https://user:SECRET@host:port/y.git, https://host:port/y.git",
        "https://example.org/y.git?private_token=SECRET, https://example.org/y.git",
        "https://example.org/y.git#access_token=SECRET, https://example.org/y.git",
        "ftp://user:SECRET@example.org/y.git, ftp://example.org/y.git",
        "git://SECRET@example.org/y.git, git://example.org/y.git",
        "ssh://git:SECRET@example.org:2222/y.git, ssh://git@example.org:2222/y.git",
        "ssh://:SECRET@example.org/y.git, ssh://example.org/y.git",
        "ssh+git://git:SECRET@example.org/y.git, ssh+git://git@example.org/y.git",
        "user:SECRET@example.org:x/y.git, example.org:x/y.git",
        "user:SEC@RET@example.org:x/y.git, example.org:x/y.git",
        "hg::https://user:SECRET@example.org/x, hg::https://example.org/x",
        "gcrypt::user:SECRET@example.org:x/y.git, gcrypt::example.org:x/y.git",
        "codecommit::eu-west-1://SECRET@repository, codecommit::eu-west-1://repository",
        "https://proxy.example.org/https://user:SECRET@example.org/y, https://proxy.example.org/https://example.org/y",
        "'ext::curl -u user:SECRET https://example.org/y', ''",
        "https:///bob:SECRET@example.org/x.git, https:///example.org/x.git",
        "https:////SECRET@example.org/x.git, https:////example.org/x.git",
        "https:/bob:SECRET@example.org/x.git, https:/example.org/x.git",
        "https:SECRET@example.org/x.git, https:example.org/x.git",
        "'https:\\\\bob:SECRET@example.org\\x', 'https:\\\\example.org\\x'",
        "//bob:SECRET@example.org/x.git, //example.org/x.git",
        "://SECRET@example.org/x.git, ://example.org/x.git",
        "1://SECRET@example.org/x.git, 1://example.org/x.git",
        "https://SECRET%40example.org/x.git, ''",
        "https://a://SECRET@example.org/x.git, https://a://example.org/x.git",
        "https://user:SEC?RET@example.org/y.git?token=SECRET, https://example.org/y.git",
        "https://proxy.example.org/https:/SECRET@example.org/y, https://proxy.example.org/https:/example.org/y",
        "file://bob:SECRET@example.org/y, file://example.org/y",
        "file:////bob:SECRET@example.org/y, file:////example.org/y",
        "file:///bob:SECRET@example.org/y, file:///example.org/y",
        "/bob:SECRET@example.org/y, /example.org/y",
        "host:/bob:SECRET@example.org/y, host:/example.org/y",
        "bob@example.org:x/y.git, example.org:x/y.git",
        "SECRET@example.org/y.git, example.org/y.git",
        "git@SECRET@example.org:x/y.git, example.org:x/y.git",
        "bob:SEC/RET@example.org:x/y.git, example.org:x/y.git",
        "[bob:SECRET@example.org:22]:x/y.git, [example.org:22]:x/y.git",
        "user:SECRET@https://example.org/y, https://example.org/y",
        "user:SEC/RET@https://example.org/y, https://example.org/y",
        "ssh://bob@example.org/y, ssh://example.org/y",
        "EXT::curl -u user:SECRET, ''",
        "a::b::https://SECRET@example.org/x, a::b::https://example.org/x"
    })
    void credentialsAreDropped(String url, String expected) {
        assertThat(GitUrl.withoutCredentials(url)).isEqualTo(expected).doesNotContain("SEC", "RET");
    }

    /** "URI Generic Syntax": each production of RFC 3986 from which an authority with user information can come. */
    @Test
    void noUserInformationSurvivesInAnyShapeOfAUrl() {
        Random random = new Random(Seed.next());
        for (int i = 0; i < 20_000; i++) {
            String userInfo = userInfo(random);
            String scheme = of(random, "https", "HTTP", "git", "ssh", "svn+ssh", "x-1.2", "file", "codecommit", "");
            boolean isLocal = scheme.equals("file") && !userInfo.contains(":");
            String slashes = "/".repeat(2 + random.nextInt(isLocal ? 1 : 4));
            String url = of(random, "", "", "gcrypt::", " ", "https://proxy.example.org/", "/srv/x@y/")
                    + scheme + ":" + slashes + userInfo + "@" + authority(random) + path(random)
                    + (scheme.equals("ssh") || scheme.equals("file")
                            ? ""
                            : of(random, "", "?", "?t=x:SECRET@y", "#SECRET"));
            assertThat(GitUrl.withoutCredentials(url)).describedAs(url).doesNotContain("SEC", "RET", "bob");
        }
    }

    @Test
    void noUserInformationSurvivesInAnyScpLikeShape() {
        Random random = new Random(Seed.next());
        for (int i = 0; i < 20_000; i++) {
            String userInfo = userInfo(random).replaceAll("::+", ":"); // git takes what is before '::' for a helper
            String address = userInfo + "@" + of(random, "example.org", "[::1]", "host", "127.0.0.1") + ":"
                    + of(random, "x/y.git", "/x/y.git", "~x/y", "", "x@y", "x/y@z");
            String url = of(random, "", "gcrypt::", "//", "https:", "https:/", "ftp:") + address;
            assertThat(GitUrl.withoutCredentials(url)).describedAs(url).doesNotContain("SEC", "RET", "bob");
        }
    }

    private static String userInfo(Random random) {
        String characters = "-._~!$&'()*+,;=:az09";
        StringBuilder userInfo =
                new StringBuilder(of(random, "bob:SECRET", "SECRET", "SEC:RET", ":SECRET", "bob:", "bob"));
        for (int more = random.nextInt(6); more > 0; more--) {
            int place = random.nextBoolean() ? 0 : userInfo.length();
            boolean isEncoded = random.nextInt(4) == 0;
            char character = characters.charAt(random.nextInt(characters.length()));
            userInfo.insert(place, isEncoded ? of(random, "%40", "%3A", "%2f", "%C3%A4") : String.valueOf(character));
        }
        return userInfo.toString();
    }

    private static String authority(Random random) {
        return of(
                        random,
                        "example.org",
                        "127.0.0.1",
                        "[::1]",
                        "[fe80::1%25eth0]",
                        "[v1.a:b]",
                        "b%C3%BCcher.example",
                        "")
                + of(random, "", ":", ":8443", ":x");
    }

    private static String path(Random random) {
        return of(random, "", "/", "/x/y.git", "/@scope/y", "//x", "/a:b@c", "/.", "/https://SECRET@example.org/y");
    }

    private static String of(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Tried on what took a regular expression hours, or the stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "a:", "@", ":", "/", "://", "a://", "a://b@", "https:/", "a::", "[", "a@b:", "%40", "?", "a:/b@"
            })
    void lengthCostsNoMoreThanOneLookAtEachCharacter(String piece) {
        String url = piece.repeat(200_000);

        assertThat(GitUrl.withoutCredentials(url).length()).isLessThanOrEqualTo(url.length());
        assertThat(GitUrl.withoutCredentials("https://example.org/" + url).length())
                .isLessThanOrEqualTo(url.length() + 20);
    }
}
