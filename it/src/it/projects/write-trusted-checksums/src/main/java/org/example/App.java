package org.example;

public final class App {
    private App() {}
}
