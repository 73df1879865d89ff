package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.FileIo;

/** What all requests of one verification share. */
record VerificationTools(FileIo io, HashingOptions hashing, Algorithms algorithms, VerdictSink sink) {}
