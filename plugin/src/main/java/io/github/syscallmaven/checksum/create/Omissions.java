package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.list.Sidecars;
import io.github.syscallmaven.checksum.list.name.Below;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Files that a walk finds, but that are never hashed: the lists that are written, their temporary files, what the
 * request excludes, files that are listed under another name, and, if sidecars are written, sidecars of the same
 * algorithms from this run or an earlier one.
 */
final class Omissions implements Predicate<BytePath> {
    private final CreationRequest request;
    private final Set<BytePath> own = new HashSet<>();

    Omissions(CreationRequest request) {
        this.request = request;
        request.lists().forEach(list -> omit(list.path()));
        request.never().forEach(this::omit);
        for (Input input : request.inputs()) {
            if (input instanceof Input.Named named && named.folder() != null) {
                omit(named.folder().resolve(named.name()));
            }
        }
    }

    private void omit(BytePath path) {
        BytePath name = Below.name(request.base(), path);
        if (name != null) {
            own.add(name);
        }
    }

    @Override
    public boolean test(BytePath name) {
        return own.contains(name) || isSidecar(name) || FileIo.isTemporary(name);
    }

    private boolean isSidecar(BytePath name) {
        if (request.sidecars() == null) {
            return false;
        }
        for (Algorithm algorithm : request.algorithms()) {
            if (Sidecars.isOf(name, algorithm)) {
                return true;
            }
        }
        return false;
    }
}
