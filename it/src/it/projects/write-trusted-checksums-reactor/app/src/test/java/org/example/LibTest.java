package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LibTest {
    @Test
    void answers() {
        assertEquals(42, Lib.answer());
    }
}
