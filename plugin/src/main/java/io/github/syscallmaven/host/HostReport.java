package io.github.syscallmaven.host;

import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.syscall.AuxiliaryVector;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.Utsname;
import io.github.syscallmaven.syscall.stub.LoadedStub;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import java.util.List;
import java.util.stream.Stream;

/** Describes a host on which the stub works, in a short table. */
public final class HostReport {
    private record Row(String label, String text) {
        String padded(int width) {
            return label + " ".repeat(width - label.length()) + Printable.of(text);
        }
    }

    private final HostFacts facts;
    private final LoadedStub stub;
    private final Syscalls syscalls;

    /** A report on this host, whose kernel is asked through {@code syscalls}. */
    public HostReport(HostFacts facts, LoadedStub stub, Syscalls syscalls) {
        this.facts = facts;
        this.stub = stub;
        this.syscalls = syscalls;
    }

    /** The same for a host on which files are not read and written by the stub, and why not. */
    public static List<String> withoutStub(HostFacts facts, String why) {
        return lines(List.of(
                new Row("mode", "portable: java.nio, no system calls"),
                new Row("because", why),
                new Row("host", facts.osName() + " on " + facts.osArch()),
                new Row("JVM", facts.jvm()),
                new Row("file names", System.getProperty("sun.jnu.encoding", "unknown"))));
    }

    /** The lines of the table, made again by each call. */
    public List<String> lines() throws SyscallException {
        return lines(
                Stream.of(List.of(new Row("mode", "system calls by the stub")), hostRows(), stubRows(), offerRows())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<String> lines(List<Row> rows) {
        int width = rows.stream().mapToInt(row -> row.label().length()).max().orElseThrow() + 2;
        return rows.stream().map(row -> row.padded(width)).toList();
    }

    private List<Row> hostRows() throws SyscallException {
        Utsname kernel = Utsname.of(syscalls);
        return List.of(
                new Row("kernel", "Linux " + kernel.release() + ", " + kernel.machine()),
                new Row("page size", pageSize()),
                new Row("JVM", facts.jvm() + ", " + facts.osArch() + emulation()));
    }

    private String emulation() {
        return facts.isEmulated() ? ", emulated on a kernel for " + facts.kernelMachine() : "";
    }

    private String pageSize() {
        try {
            var size = AuxiliaryVector.value(syscalls, AuxiliaryVector.AT_PAGESZ);
            return size.isPresent() ? size.getAsLong() + " bytes" : "not in /proc/self/auxv";
        } catch (SyscallException e) {
            return "unknown: " + e.getMessage();
        }
    }

    private List<Row> stubRows() {
        StubImage image = stub.image();
        List<String> needed = image.needed();
        return List.of(
                new Row("stub", image.size() + " bytes for " + image.arch().machine()),
                new Row("unpacked in", stub.directory()),
                new Row("exports", String.join(", ", image.exports())),
                new Row("NEEDED", needed.isEmpty() ? "none" : String.join(", ", needed)),
                new Row("SHA-256", image.sha256()));
    }

    private List<Row> offerRows() {
        return Offer.all(syscalls).stream()
                .map(offer -> new Row(offer.name(), offer.text()))
                .toList();
    }
}
