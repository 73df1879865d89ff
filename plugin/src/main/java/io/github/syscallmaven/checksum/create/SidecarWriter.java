package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.create.CreationRequest.SidecarOutput;
import io.github.syscallmaven.checksum.list.Sidecars;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes the sidecars of a request, one for each digest. */
final class SidecarWriter {
    private final Roots roots;
    private final CreationRequest request;
    private final SidecarOutput output;
    private final WriteGuard guard;
    private final List<String> warnings = new ArrayList<>();
    private long count;
    private long changed;

    SidecarWriter(Roots roots, CreationRequest request, SidecarOutput output, WriteGuard guard) {
        this.roots = roots;
        this.request = request;
        this.output = output;
        this.guard = guard;
    }

    void write(Root base, InputFile file, Algorithm algorithm, Digest digest) throws IOException {
        BytePath mirror = output.folder();
        Root folder = mirror == null ? Objects.requireNonNullElse(file.root(), base) : roots.openOrCreate(mirror);
        BytePath name = Sidecars.nameOf(mirror == null ? file.name() : file.listed(), algorithm);
        guard.check(folder.path().resolve(name));
        WriteResult result = folder.write(
                name,
                Content.of(output.style().text(digest, file.listed().fileName())),
                WriteOptions.DEFAULT.with(request.durability()));
        warnings.addAll(result.warnings());
        count++;
        changed += result.outcome() == WriteResult.Outcome.UNCHANGED ? 0 : 1;
    }

    /** How many were written. */
    long count() {
        return count;
    }

    /** How many of them are new, or hold something new. */
    long changed() {
        return changed;
    }

    List<String> warnings() {
        return warnings;
    }
}
