package io.github.syscallmaven.bench;

import io.github.syscallmaven.checksum.create.ChecksumCreation;
import io.github.syscallmaven.checksum.create.CreationReport;
import io.github.syscallmaven.checksum.create.CreationRequest;
import io.github.syscallmaven.checksum.create.CreationRequest.ListFile;
import io.github.syscallmaven.checksum.create.Input;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.kernel.SyscallFileIo;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.syscall.stub.image.StubException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code write-checksums} without Maven: threads, a directory, the list to write, algorithms. Tells when the stub was
 * there and when all was done, in milliseconds since main began.
 */
public final class EngineMain {
    private EngineMain() {}

    public static void main(String[] arguments) throws IOException, StubException {
        long start = System.nanoTime();
        Syscalls syscalls = new Syscalls(Arch.X86_64, StubLoader.gate(Arch.X86_64));
        double loaded = (System.nanoTime() - start) / 1e6;
        BytePath list = BytePath.of(arguments[2]);
        Algorithms available = new Algorithms(EngineMain.class.getClassLoader(), StubLoader::blockFunctions);
        List<Algorithm> algorithms =
                Stream.of(arguments[3].split(",", -1)).map(available::named).toList();
        ListFormat format = algorithms.size() == 1 ? ListFormat.GNU : ListFormat.BSD;
        CreationRequest request = new CreationRequest(
                BytePath.of(arguments[1]),
                List.of(new Input.Tree(BytePath.of(""), PathFilter.ALL)),
                algorithms,
                List.of(new ListFile(list.parent(), list.fileName(), format, algorithms)),
                List.of(),
                null,
                Durability.NONE);
        HashingOptions hashing =
                new HashingOptions(Integer.parseInt(arguments[0]), true, progress -> {}, System::nanoTime);
        CreationReport report = new ChecksumCreation(new SyscallFileIo(syscalls), hashing, request, file -> {}).run();
        System.out.println(InnerClock.PREFIX + (System.nanoTime() - start) / 1e6);
        System.out.println(InnerClock.HASHING_PREFIX + report.totals().elapsed().toNanos() / 1e6);
        System.out.println("stub loaded after " + loaded + " ms");
        System.out.println("Hashed " + report.totals());
    }
}
