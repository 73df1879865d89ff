package io.github.syscallmaven.syscall.arch;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between CPUs.
 *
 * @param machine the name that {@code uname -m} prints and that the stub's folder carries
 * @param javaNames what {@code os.arch} says on a 64-bit JVM for this CPU
 * @param elfMachine {@code e_machine} of an ELF file for this CPU
 * @param properties the stub's GNU properties by type: for what kinds of branch protection it has landing pads
 * @param numbers of the calls that this CPU has
 * @param exports the functions that the stub exports, sorted
 * @param stubSha256 SHA-256 of the stub that this version of the plugin was released with, in lower-case hexadecimal
 */
record CpuTable(
        String machine,
        Set<String> javaNames,
        int elfMachine,
        Map<Integer, Integer> properties,
        Map<Call, Integer> numbers,
        OpenFlags openFlags,
        StatLayout stat,
        List<String> exports,
        String stubSha256) {}
