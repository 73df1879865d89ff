#!/usr/bin/env bash
# Builds the stubs from source, the only way the committed binaries are made.
#
#   build.sh           writes plugin/src/main/resources/.../linux-<arch>/libsyscall.so
#   build.sh --check   builds into a temporary folder and compares with what is committed
#
# Needs GNU as and ld for each CPU: <arch>-linux-gnu-as where there is one, else the host's own.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
resources=$here/../plugin/src/main/resources/io/github/syscallmaven/syscall/stub/image

tool() { # tool <arch> <as|ld>: the binutils program for that CPU
    if command -v "$1-linux-gnu-$2" >/dev/null; then
        echo "$1-linux-gnu-$2"
    elif [ "$1" = "$(uname -m)" ]; then
        echo "$2"
    else
        echo "build.sh: no $2 for $1; install binutils for it (Debian: binutils-${1//_/-}-linux-gnu)" >&2
        return 1
    fi
}

build() { # build <arch> <output>: all sources of that CPU's folder, in the order of their names
    local as ld source objects=()
    as=$(tool "$1" as)
    ld=$(tool "$1" ld)
    mkdir -p "$work/$1" "$(dirname "$2")"
    for source in "$here/$1"/*.S; do
        source=$(basename "$source" .S)
        # Run inside the folder: the assembler records the name it is given.
        (cd "$here/$1" && "$as" --fatal-warnings --noexecstack -o "$work/$1/$source.o" "$source.S")
        objects+=("$source.o")
    done
    (cd "$work/$1" && "$ld" -shared -nostdlib --fatal-warnings -z noexecstack -z relro -z now -z text -z defs \
        -z noseparate-code -z max-page-size=65536 --hash-style=both --build-id=none --strip-all -soname libsyscall.so \
        --script="$here/stub.ld" --version-script="$here/exports.map" -o "$2" "${objects[@]}")
    chmod 0644 "$2"
}

toolchain() { # what a difference may come from
    "$(tool "$1" as)" --version | head -n 1
    "$(tool "$1" ld)" --version | head -n 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for source in "$here"/*/syscall.S; do
    arch=$(basename "$(dirname "$source")")
    committed=$resources/linux-$arch/libsyscall.so
    case ${1-} in
        --check)
            build "$arch" "$work/$arch.so"
            if cmp -s "$work/$arch.so" "$committed"; then
                echo "$arch: the committed stub is what stub-src builds ($(sha256sum <"$committed" | cut -c1-64))"
            else
                status=1
                echo "$arch: the committed stub is NOT what stub-src builds here" >&2
                echo "  committed: $(sha256sum <"$committed" | cut -c1-64), made with" >&2
                sed 's/^/    /' "$here/$arch/toolchain.txt" >&2
                echo "  built now: $(sha256sum <"$work/$arch.so" | cut -c1-64), made with" >&2
                toolchain "$arch" | sed 's/^/    /' >&2
            fi
            ;;
        "")
            build "$arch" "$committed"
            toolchain "$arch" >"$here/$arch/toolchain.txt"
            echo "$arch: $(stat -c %s "$committed") bytes, SHA-256 $(sha256sum <"$committed" | cut -c1-64)"
            ;;
        *)
            echo "usage: build.sh [--check]" >&2
            exit 2
            ;;
    esac
done
exit "$status"
