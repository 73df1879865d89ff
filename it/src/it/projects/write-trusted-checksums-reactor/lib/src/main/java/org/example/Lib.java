package org.example;

public final class Lib {
    private Lib() {}

    public static int answer() {
        return 42;
    }
}
