package io.github.syscallmaven.io.portable.disk;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.io.RefusedException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names as bytes, and as Java's paths have them. On Unix a path can hold any bytes, but Java shows them as text in the
 * encoding of the locale and loses what does not fit; as a URI they are whole. Elsewhere names are text, and bytes that
 * are not UTF-8 are refused.
 */
public final class Names {
    private static final HexFormat HEX = HexFormat.of();

    private final FileSystem files;
    private final boolean areBytes;
    private final boolean windows;

    public Names(FileSystem files) {
        this.files = files;
        this.windows = areWindows(files);
        this.areBytes = !windows && files == FileSystems.getDefault();
    }

    /** Whether the rules for names, and for files that are held open, are those of Windows. */
    public static boolean areWindows(FileSystem files) {
        return files.getSeparator().equals("\\");
    }

    /** A path that the user trusts. */
    public Path trusted(BytePath path) throws RefusedException {
        try {
            if (!areBytes) {
                String text = text(path, path);
                // A drive alone would be the current directory there.
                return files.getPath(windows && text.endsWith(":") ? text + "/" : text);
            }
            Path at = files.getPath(path.isAbsolute() ? "/" : "");
            int end;
            for (int start = 0; start < path.length(); start = end + 1) {
                end = path.indexOf((byte) '/', start);
                at = end == start ? at : at.resolve(component(path.slice(start, end), path));
            }
            return at;
        } catch (InvalidPathException e) {
            throw refused(path, e);
        }
    }

    /** Refuses a name that this host cannot have, also where there is nothing on the way to it. */
    public void check(BytePath name, BytePath shown) throws RefusedException {
        int end;
        for (int start = 0; !areBytes && start < name.length(); start = end + 1) {
            end = name.indexOf((byte) '/', start);
            Path unused = child(files.getPath(""), name.slice(start, end), shown);
        }
    }

    /** A file in this directory; {@code name} is a single component. */
    public Path child(Path directory, BytePath name, BytePath shown) throws RefusedException {
        try {
            return directory.resolve(component(name, shown));
        } catch (InvalidPathException e) {
            throw refused(shown, e);
        }
    }

    private Path component(BytePath name, BytePath shown) throws RefusedException {
        if (areBytes) {
            return isAscii(name) ? files.getPath(name.toString()) : fromUri(name);
        }
        String text = text(name, shown);
        String fault = windows ? WindowsRules.fault(text) : null;
        if (fault != null) {
            throw new RefusedException(shown.toString(), fault);
        }
        return files.getPath(text);
    }

    private static boolean isAscii(BytePath name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.at(i) < ' ' || name.at(i) == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static Path fromUri(BytePath name) {
        StringBuilder uri = new StringBuilder("file:///");
        for (byte b : name.toBytes()) {
            uri.append('%').append(HEX.toHexDigits(b));
        }
        return Path.of(URI.create(uri.toString())).getFileName();
    }

    private static String text(BytePath name, BytePath shown) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name.toBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(shown.toString(), "its name is not UTF-8, and names are text on this host");
        }
    }

    private static RefusedException refused(BytePath shown, InvalidPathException e) {
        return new RefusedException(shown.toString(), "this host has no such names: " + Printable.of(e.getReason()));
    }

    /** The last name of this path. */
    public BytePath of(Path path) throws RefusedException {
        Path name = path.getFileName();
        String text = name.toString();
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return BytePath.of(text);
        }
        return areBytes ? ofUri(files.getPath("/").resolve(name).toUri()) : ofText(text);
    }

    private static BytePath ofUri(URI uri) {
        String path = uri.getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A directory's has a slash at its end.
        for (int i = 1; i < path.length() && path.charAt(i) != '/'; i++) {
            if (path.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(path, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(path.charAt(i));
            }
        }
        return BytePath.of(bytes.toByteArray());
    }

    private static BytePath ofText(String text) throws RefusedException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] name = new byte[bytes.remaining()];
            bytes.get(name);
            return BytePath.of(name);
        } catch (CharacterCodingException e) {
            throw new RefusedException(Printable.of(text), "its name is not Unicode");
        }
    }

    /** The names of this path below the directory. */
    public BytePath below(Path directory, Path path) throws RefusedException {
        BytePath name = null;
        for (Path component : directory.relativize(path)) {
            name = name == null ? of(component) : name.resolve(of(component));
        }
        return name == null ? BytePath.of("") : name;
    }

    /** Whether they differ at most in the form of their Unicode, which file systems of macOS do not tell apart. */
    public static boolean areSame(BytePath one, BytePath other) {
        return one.equals(other) || normal(one).equals(normal(other));
    }

    private static String normal(BytePath name) {
        return Normalizer.normalize(new String(name.toBytes(), StandardCharsets.UTF_8), Normalizer.Form.NFC);
    }

    public static String shown(@Nullable Path path) {
        return Printable.of(String.valueOf(path));
    }
}
