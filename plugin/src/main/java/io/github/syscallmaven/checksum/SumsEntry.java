package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;

/**
 * One well-formed entry of a list: this file should have this digest.
 *
 * @param name as the list has it, unescaped. It can be absolute or lead upwards: whoever opens it has to contain it
 * @param form the form that the entry took
 * @param line where it begins, from 1; of an entry beyond, {@link Integer#MAX_VALUE}
 */
public record SumsEntry(Algorithm algorithm, Digest digest, BytePath name, SumsForm form, int line)
        implements Finding {}
