package io.github.syscallmaven.io.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.SeccompFilter;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Does with the files of a root what it is told and says what came of it, in one line each; in messages the root's path
 * is {@code ROOT}. As a program for JVMs that are sandboxed, limited or another user's, it is told by its arguments,
 * the first of which is the root.
 *
 * <p>The commands are {@code write}, {@code full}, {@code once} and {@code new} with a name and a text, {@code read},
 * {@code stat}, {@code walk} and {@code total} with a name, and {@code forbid} with a system call and an errno. In a
 * text {@code a*1000} is a thousand times a, in a name {@code d^3} is {@code d/d/d}; {@code .} is the root, to walk or
 * to total.
 */
public final class FileCommands {
    private static final Pattern REPEATED = Pattern.compile("([^/]+)\\^([0-9]+)/");

    private final Root root;

    public FileCommands(Root root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws IOException {
        FileIo io = new SyscallFileIo(TestKernel.SYSCALLS);
        try (Root root = io.open(BytePath.of(arguments[0]))) {
            FileCommands commands = new FileCommands(root);
            Stream.of(arguments).skip(1).map(commands::run).forEach(System.out::println);
        }
    }

    public String run(String command) {
        String[] words = command.split(" ", 3);
        try {
            return run(words[0], words[1], words.length > 2 ? words[2] : "");
        } catch (IOException e) {
            return shown(e);
        }
    }

    private String shown(Throwable e) {
        StringBuilder text = new StringBuilder(e.getClass().getSimpleName() + ": " + e.getMessage());
        for (Throwable suppressed : e.getSuppressed()) {
            text.append(", suppressed ").append(shown(suppressed));
        }
        return inShort(text.toString());
    }

    private String inShort(String text) {
        return text.replace(root.path().toString(), "ROOT");
    }

    private String run(String verb, String object, String text) throws IOException {
        BytePath name = name(object);
        return switch (verb) {
            case "write" -> write(name, text, WriteOptions.DEFAULT);
            case "full" -> write(name, text, WriteOptions.DEFAULT.with(Durability.FULL));
            case "once" -> write(name, text, WriteOptions.DEFAULT.askingOnce());
            case "new" -> write(name, text, WriteOptions.DEFAULT.withoutReplacing());
            case "read" -> read(name);
            case "stat" -> stat(name);
            case "walk" -> walk(object.equals(".") ? BytePath.EMPTY : name);
            case "total" -> total(object.equals(".") ? BytePath.EMPTY : name);
            case "forbid" -> forbid(Call.valueOf(object), Errno.valueOf(text));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static BytePath name(String object) {
        String repeated = REPEATED.matcher(object)
                .replaceAll(component -> (component.group(1) + "/").repeat(Integer.parseInt(component.group(2))));
        return BytePath.of(repeated);
    }

    private String write(BytePath name, String text, WriteOptions options) throws IOException {
        int times = text.indexOf('*');
        byte[] bytes = (times < 0 ? text : text.substring(0, times).repeat(Integer.parseInt(text.substring(times + 1))))
                .getBytes(UTF_8);
        WriteResult result = root.write(name, Content.of(bytes), options);
        return result.warnings().isEmpty() ? result.outcome().name() : inShort(result.toString());
    }

    private String read(BytePath name) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        root.read(name, piece -> {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            all.writeBytes(bytes);
        });
        String text = all.toString(UTF_8);
        boolean isOneLetter = text.length() > 1 && text.chars().distinct().count() == 1;
        return isOneLetter ? text.charAt(0) + "*" + text.length() : text;
    }

    private String stat(BytePath name) throws IOException {
        return root.stat(name)
                .map(facts ->
                        String.format(Locale.ROOT, "%s %04o %d bytes", facts.type(), facts.permissions(), facts.size()))
                .orElse("nothing");
    }

    private String walk(BytePath name) throws IOException {
        List<String> found = new ArrayList<>();
        root.walk(name, PathFilter.ALL, new WalkVisitor() {
            @Override
            public void visit(BytePath file, FileType type) {
                found.add(file + (type == FileType.REGULAR ? "" : " " + type));
            }

            @Override
            public void failed(BytePath directory, IOException reason) {
                found.add(shown(reason));
            }
        });
        return found.toString();
    }

    /** Reads all files that a walk tells, while it tells them. */
    private String total(BytePath name) throws IOException {
        CRC32 crc = new CRC32();
        int[] files = new int[1];
        long before = descriptors();
        long[] most = {before};
        root.walk(name, PathFilter.ALL, new WalkVisitor() {
            @Override
            public void visit(BytePath file, FileType type) throws IOException {
                crc.update(file.toBytes());
                root.read(file, NameOrigin.WALKED, piece -> {
                    crc.update(piece);
                    most[0] = Math.max(most[0], files[0] % 100 == 0 ? descriptors() : 0);
                });
                files[0]++;
            }

            @Override
            public void failed(BytePath directory, IOException reason) throws IOException {
                throw reason;
            }
        });
        return "%d files, CRC %x, %d more descriptors".formatted(files[0], crc.getValue(), most[0] - before);
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    /** From now on, and makes sure of it: without arguments, none of these calls would give the error by itself. */
    private static String forbid(Call call, Errno errno) {
        SeccompFilter.install(TestKernel.ARCH, TestKernel.GATE, call, errno);
        long result = TestKernel.GATE.syscall(TestKernel.ARCH.number(call), 0, 0, 0, 0, 0, 0);
        return call + ": " + (result == -errno.number() ? errno : "not forbidden, but " + result);
    }
}
