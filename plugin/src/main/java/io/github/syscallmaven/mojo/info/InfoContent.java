package io.github.syscallmaven.mojo.info;

/** A file that is to be, and all that it is to hold. */
final class InfoContent {
    private final InfoFile file;
    private final byte[] bytes;

    InfoContent(InfoFile file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    InfoFile file() {
        return file;
    }

    byte[] bytes() {
        return bytes;
    }
}
