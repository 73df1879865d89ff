package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.util.List;

/** A file of the inputs. Ordered by the bytes of the name. */
record InputFile(BytePath name, List<Algorithm> algorithms, boolean walked) implements HashTask, Comparable<InputFile> {
    @Override
    public int compareTo(InputFile other) {
        return name.compareTo(other.name);
    }
}
