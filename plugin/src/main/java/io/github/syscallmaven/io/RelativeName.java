package io.github.syscallmaven.io;

/** Checks names below a root, as far as that needs no kernel. */
public final class RelativeName {
    private RelativeName() {}

    /**
     * A file's name without {@code .} and empty components.
     *
     * @throws RefusedException when it is empty, absolute, holds a NUL or a {@code ..}, or a component that no file
     *     system can have, or ends in a slash or {@code /.}, as only a directory's name may
     */
    public static BytePath check(BytePath root, BytePath name) throws RefusedException {
        BytePath checked = checkDirectory(root, name);
        if (endsSkipped(name)) {
            throw refused(root, name, "the name ends like a directory's, and a directory is not a file");
        }
        return checked;
    }

    /** The same for a directory's name, which may end in a slash. */
    public static BytePath checkDirectory(BytePath root, BytePath name) throws RefusedException {
        if (isPlain(name)) {
            return name;
        }
        if (name.isEmpty()) {
            throw refused(root, name, "the name is empty");
        }
        if (name.isAbsolute()) {
            throw new RefusedException(name.toString(), "the name is absolute, not below '" + root + "'");
        }
        boolean plain = true;
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i < name.length() && name.at(i) == 0) {
                throw refused(root, name, "the name holds a NUL byte");
            }
            if (i == name.length() || name.at(i) == '/') {
                plain &= !isSkipped(name, start, i - start);
                start = i + 1;
            }
        }
        return checkComponents(root, name, plain ? name : withoutSkipped(name));
    }

    /** Whether {@link #check} would return this very name: the common case, and nothing to explain. */
    public static boolean isPlain(BytePath name) {
        int start = 0;
        for (int i = 0; i < name.length(); i++) {
            byte b = name.at(i);
            if (b == 0 || (b == '/' && !isPlain(name, start, i))) {
                return false;
            }
            start = b == '/' ? i + 1 : start;
        }
        return isPlain(name, start, name.length());
    }

    /** Whether what stands here can be a file's own name. */
    private static boolean isPlain(BytePath name, int start, int end) {
        int length = end - start;
        return length > 0
                && length <= BytePath.MAX_LENGTH
                && !(name.at(start) == '.' && (length == 1 || (length == 2 && name.at(start + 1) == '.')));
    }

    private static BytePath checkComponents(BytePath root, BytePath name, BytePath plain) throws RefusedException {
        if (plain.isEmpty()) {
            throw refused(root, name, "the name stands for the directory itself");
        }
        for (int start = 0; start < plain.length(); start = plain.indexOf((byte) '/', start) + 1) {
            int end = plain.indexOf((byte) '/', start);
            if (end - start > BytePath.MAX_LENGTH) {
                throw refused(root, name, "a component is longer than " + BytePath.MAX_LENGTH + " bytes");
            }
            if (end - start == 2 && plain.at(start) == '.' && plain.at(start + 1) == '.') {
                throw refused(root, name, "'..' might lead out of '" + root + "'");
            }
        }
        return plain;
    }

    private static boolean endsSkipped(BytePath name) {
        int last = name.length() - name.fileName().length();
        return isSkipped(name, last, name.length() - last);
    }

    private static boolean isSkipped(BytePath name, int start, int length) {
        return length == 0 || (length == 1 && name.at(start) == '.');
    }

    private static BytePath withoutSkipped(BytePath name) {
        byte[] plain = new byte[name.length()];
        int length = 0;
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.at(i) == '/') {
                if (!isSkipped(name, start, i - start)) {
                    length = append(name, start, i, plain, length);
                }
                start = i + 1;
            }
        }
        return BytePath.of(plain, 0, length);
    }

    /** Appends a component to what is there, and returns its length then. */
    private static int append(BytePath name, int from, int to, byte[] plain, int length) {
        int end = length;
        if (end > 0) {
            plain[end++] = '/';
        }
        for (int i = from; i < to; i++) {
            plain[end++] = name.at(i);
        }
        return end;
    }

    private static RefusedException refused(BytePath root, BytePath name, String why) {
        return new RefusedException(root.resolve(name).toString(), why);
    }
}
