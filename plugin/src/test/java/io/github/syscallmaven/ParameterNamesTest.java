package io.github.syscallmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.SourceFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Only goals know how users name their parameters: what is below them can be used without Maven. */
class ParameterNamesTest {
    private static final Pattern PROPERTY = Pattern.compile("property = \"syscall\\.(\\w+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern NAMED = Pattern.compile("(?<!\\?)<(\\w+)>|-Dsyscall\\.(\\w+)");

    /** Names that are no words of English; one before a value is that of a method's own argument. */
    private static final Pattern CAMEL_CASE = Pattern.compile("(?<![\\w.<])([a-z]+[A-Z]\\w*)(?! '|\\w)");

    /** The head of the trace's column. */
    private static final String TIME_COLUMN = "<time> ---";

    @Test
    void noMessageBelowTheGoalsNamesAParameter() throws IOException {
        Map<String, String> sources = SourceFiles.main();
        Set<String> parameters = sources.entrySet().stream()
                .filter(source -> source.getKey().startsWith("mojo/"))
                .flatMap(source -> PROPERTY.matcher(source.getValue()).results())
                .map(property -> property.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(parameters).contains("time", "gitExecutable", "unsupportedHost", "algorithm", "goals");

        List<String> named = sources.entrySet().stream()
                .filter(source -> !source.getKey().startsWith("mojo/"))
                .flatMap(source -> LITERAL.matcher(source.getValue())
                        .results()
                        .map(MatchResult::group)
                        .filter(literal -> !literal.contains(TIME_COLUMN))
                        .filter(literal -> names(literal, parameters))
                        .map(literal -> source.getKey() + ": " + literal))
                .toList();
        assertThat(named).isEmpty();
    }

    private static boolean names(String literal, Set<String> parameters) {
        return NAMED.matcher(literal)
                        .results()
                        .anyMatch(name -> name.group(1) == null || parameters.contains(name.group(1)))
                || (literal.contains(" ")
                        && CAMEL_CASE.matcher(literal).results().anyMatch(name -> parameters.contains(name.group(1))));
    }
}
