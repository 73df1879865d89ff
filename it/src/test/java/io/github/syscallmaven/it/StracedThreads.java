package io.github.syscallmaven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code strace -ff -i -o strace} has left in a folder: a file for each thread, and where each call came from. */
record StracedThreads(Path folder) {
    private static final Pattern LINE = Pattern.compile("\\[([0-9a-f]{16})] (\\w+\\(.*)");
    private static final String PREFIX = "strace.";

    /** @param page of memory that the machine instruction lies in */
    private record Call(long page, String text) {}

    /**
     * The calls of one thread that the plugin's stub has made, and not the JVM. The stub is where process_vm_readv is
     * called, by which a trace reads the arguments, and that call is left out.
     */
    List<String> callsOfStub(String thread) throws IOException {
        List<Call> calls = read(folder.resolve(PREFIX + thread));
        List<Long> stub = calls.stream()
                .filter(StracedThreads::readsArguments)
                .map(Call::page)
                .distinct()
                .toList();
        return calls.stream()
                .filter(call -> stub.contains(call.page) && !readsArguments(call))
                .map(Call::text)
                .toList();
    }

    private static boolean readsArguments(Call call) {
        return call.text.startsWith("process_vm_readv(");
    }

    private static List<Call> read(Path file) throws IOException {
        // Only ASCII, but the names of other threads and programs are theirs.
        return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Call(Long.parseUnsignedLong(line.group(1), 16) >>> 12, line.group(2)))
                .toList();
    }
}
