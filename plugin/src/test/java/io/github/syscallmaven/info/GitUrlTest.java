package io.github.syscallmaven.info;

import static org.assertj.core.api.Assertions.assertThat;

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
        "'ext::curl -u user:SECRET https://example.org/y', ''"
    })
    void credentialsAreDropped(String url, String expected) {
        assertThat(GitUrl.withoutCredentials(url)).isEqualTo(expected).doesNotContain("SEC", "RET");
    }
}
