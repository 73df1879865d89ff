package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnevaluatedTest {
    @ParameterizedTest
    @CsvSource({
        "feature/${env.TOKEN}, feature/_{env.TOKEN}",
        "$${env.TOKEN},        $_{env.TOKEN}",
        "${a${b}},             _{a_{b}}",
        "${,                   _{",
        "@{env.TOKEN},         _{env.TOKEN}",
        "#{env.TOKEN},         _{env.TOKEN}",
        "@env.TOKEN@,          _env.TOKEN_",
        "a@b@c,                a_b_c",
        "@ env.TOKEN @,        _ env.TOKEN _",
        "@@env.TOKEN@@,        __env.TOKEN__",
        "'@\nenv.TOKEN\n@',    '_\nenv.TOKEN\n_'",
        "'a@b\nc@env.TOKEN@',  'a_b\nc_env.TOKEN_'",
        "${a}@b@,              _{a}_b_",
    })
    void whatMavenWouldEvaluateIsClosed(String value, String exported) {
        assertThat(Unevaluated.of(value)).isEqualTo(exported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "costs 5$",
                "a $ {b}",
                "zoe@example.org",
                "@@",
                "@ @",
                "Port to C#",
                "Fix #12",
                "{env.TOKEN}",
                "One\n\nCo-authored-by: A <a@example.org>\nCo-authored-by: B <b@example.org>",
            })
    void allElseStaysAsItIs(String value) {
        assertThat(Unevaluated.of(value)).isEqualTo(value);
    }
}
