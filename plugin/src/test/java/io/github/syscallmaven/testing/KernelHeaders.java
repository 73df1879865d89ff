package io.github.syscallmaven.testing;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kernel's headers for programs on some CPU, where the distribution's packages put them, read by this machine's C
 * compiler: all CPUs here have its sizes of types. The compiler translates and does not assemble.
 */
public final class KernelHeaders {
    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern MACRO = Pattern.compile("#define (\\w+) .*");
    private static final Pattern VALUE = Pattern.compile("=> (\\d+) \\$?#?(-?\\d+)");

    private final List<Path> folders;
    private final List<String> headers;

    private KernelHeaders(List<Path> folders, List<String> headers) {
        this.folders = folders;
        this.headers = headers;
    }

    /** These headers for this CPU, as {@code uname -m} names it. */
    public static KernelHeaders of(String machine, String... headers) {
        Prerequisite.tool("gcc");
        Path forOtherCpus = Path.of("/usr/" + machine + "-linux-gnu/include");
        Path include = Path.of("/usr/include");
        Path forThisCpu = include.resolve(machine + "-linux-gnu");
        if (Files.exists(forOtherCpus.resolve("asm"))) {
            return new KernelHeaders(List.of(forOtherCpus), List.of(headers));
        }
        Prerequisite.file(forThisCpu.resolve("asm/unistd.h"));
        return new KernelHeaders(List.of(forThisCpu, include), List.of(headers));
    }

    /** The names that the headers define as something, and which match. */
    public Collection<String> names(Pattern names) throws IOException, InterruptedException {
        return gcc(includes(), "-E", "-dM")
                .flatMap(line -> MACRO.matcher(line).results())
                .map(macro -> macro.group(1))
                .filter(name -> names.matcher(name).matches())
                .collect(toCollection(TreeSet::new));
    }

    /** The values of these constant expressions, without those that are names which no header defines. */
    public Map<String, Long> values(Collection<String> expressions) throws IOException, InterruptedException {
        List<String> all = List.copyOf(expressions);
        StringBuilder source = new StringBuilder(includes()).append("void values(void) {\n");
        for (int i = 0; i < all.size(); i++) {
            boolean name = NAME.matcher(all.get(i)).matches();
            source.append(name ? "#ifdef " + all.get(i) + "\n" : "");
            source.append("__asm__ volatile (\"=> " + i + " %c0\" :: \"i\" ((long) (" + all.get(i) + ")));\n");
            source.append(name ? "#endif\n" : "");
        }
        return gcc(source.append("}\n").toString(), "-S")
                .flatMap(line -> VALUE.matcher(line).results())
                .collect(toMap(value -> all.get(Integer.parseInt(value.group(1))), KernelHeaders::value));
    }

    private static long value(MatchResult found) {
        return Long.parseLong(found.group(2));
    }

    private String includes() {
        StringBuilder source = new StringBuilder();
        headers.forEach(header -> source.append("#include <").append(header).append(">\n"));
        return source.toString();
    }

    /** Without what the compiler defines for its own CPU, except for what the CPUs here have in common. */
    private Stream<String> gcc(String source, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("gcc", "-nostdinc", "-undef", "-w", "-o", "-"));
        command.addAll(List.of("-D__SIZEOF_POINTER__=8", "-D__LP64__"));
        folders.forEach(folder -> command.addAll(List.of("-isystem", folder.toString())));
        command.addAll(List.of(options));
        Path file = Files.createTempFile("headers", ".c");
        try {
            command.add(Files.writeString(file, source).toString());
            return Run.of(command).successful().lines();
        } finally {
            Files.delete(file);
        }
    }
}
