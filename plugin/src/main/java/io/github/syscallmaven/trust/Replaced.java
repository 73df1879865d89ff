package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.Printable;

/**
 * An artifact whose bytes do not match its line.
 *
 * @param path as in a remote repository
 * @param known the hash in the file
 * @param found the hash of what Maven resolves now
 */
public record Replaced(String path, String known, String found) {
    /** How a user names it. */
    public String name() {
        return Coordinates.ofPath(path).map(Coordinates::toString).orElse(path);
    }

    /** One line, safe to show. */
    @Override
    public String toString() {
        return "'" + Printable.of(name()) + "' has the digest " + found + ", but its line has " + known;
    }
}
