package io.github.syscallmaven.testing.io;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import java.util.List;

/** Files to test an implementation of {@link FileIo} on, and ways to arrange and see them that go round it. */
public interface TestTree {
    FileIo io();

    /** The directory that all names here are relative to; empty at first. */
    BytePath base();

    /** Directories are made as needed. */
    void file(String name, String text) throws Exception;

    void directory(String name) throws Exception;

    void link(String name, String target) throws Exception;

    /** A FIFO, a socket or a character device. Skips the test where that takes a privilege. */
    void special(String name, FileType type) throws Exception;

    /** Mounts the file on itself. Skips the test where that takes a privilege. */
    void mountOn(String name) throws Exception;

    void permissions(String name, int permissions) throws Exception;

    String text(String name) throws Exception;

    /** All names below the base, in the order of their bytes. */
    List<BytePath> list() throws Exception;

    void close() throws Exception;
}
