package io.github.syscallmaven.mojo;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.host.UnsupportedHostException;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.UnusableStubException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;

/** Loads the stub in a thread of its own, while the goal does what needs no stub. */
final class StubStart {
    private static final String UNUSABLE = "unusable";

    private final MavenSession session;
    private final Supplier<HostFacts> host;
    private final CompletableFuture<LoadedGate> loading = new CompletableFuture<>();

    /** The way to the kernel. */
    record LoadedGate(Arch arch, Gate gate) {}

    private StubStart(MavenSession session, Supplier<HostFacts> host) {
        this.session = session;
        this.host = host;
    }

    static StubStart begin(MavenSession session, Supplier<HostFacts> host) {
        StubStart start = new StubStart(session, host);
        Thread thread = new Thread(start::run, "syscall start");
        // The caller's would keep its class loader reachable.
        thread.setContextClassLoader(StubStart.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
        return start;
    }

    private void run() {
        try {
            Arch arch = host.get().arch();
            loading.complete(new LoadedGate(arch, gate(arch)));
        } catch (UnsupportedHostException | StubException | RuntimeException | Error e) {
            loading.completeExceptionally(e);
        }
    }

    /** If one goal of a build cannot use the stub, none can; the reason is determined once. */
    private Gate gate(Arch arch) throws StubException {
        ConcurrentMap<String, String> stub = BuildState.map(session, "stub");
        String known = stub.get(UNUSABLE);
        if (known != null) {
            throw new UnusableStubException(known);
        }
        try {
            Gate gate = StubLoader.gate(arch);
            // It would be loaded anew for each goal otherwise.
            BuildState.keep(session, gate);
            return gate;
        } catch (UnusableStubException e) {
            stub.put(UNUSABLE, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Waits until it is there: a matter of milliseconds, which an interrupt does not cut short. */
    LoadedGate await() throws UnsupportedHostException, StubException {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnsupportedHostException unsupported) {
                throw unsupported;
            }
            if (e.getCause() instanceof StubException unusable) {
                throw unusable;
            }
            throw e;
        }
    }

    /** Waits until nothing is loaded any more, whether or not the stub is there then. */
    void awaitEnd() {
        loading.handle((gate, failure) -> true).join();
    }
}
