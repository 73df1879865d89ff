package io.github.syscallmaven.checksum.list.name;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.AlgorithmSpellings;
import io.github.syscallmaven.digest.Algorithms;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a list says about the algorithm of its digests: one algorithm, or a family whose member follows from
 * the number of digits.
 *
 * @param says for people, and what the one algorithm is called
 * @param family null when it is one algorithm
 * @param nameFirst whether the name of each file comes before its digest
 */
public record PromisedAlgorithm(String says, @Nullable Family family, boolean nameFirst) {
    /** Algorithms that have a name in common. */
    enum Family {
        SHA("SHA"),
        SHA2("SHA-"),
        SHA3("SHA3-"),
        BLAKE2B("BLAKE2B-"),
        BLAKE2S("BLAKE2S-");

        private final String beginning;

        Family(String beginning) {
            this.beginning = beginning;
        }

        private @Nullable String member(int hexDigits) {
            if (this == SHA || this == SHA2) {
                String likely = Algorithms.likely(hexDigits);
                return likely != null && likely.startsWith(beginning) ? likely : null;
            }
            int bits = hexDigits * 4;
            return bits >= LEAST_BITS && bits <= MOST_BITS && bits % Byte.SIZE == 0 ? beginning + bits : null;
        }
    }

    private static final int LEAST_BITS = 128;
    private static final int MOST_BITS = 512;

    /** What this word in a list's name says, in lower case; null when it is not the name of an algorithm. */
    static @Nullable PromisedAlgorithm of(Algorithms algorithms, String word) {
        return switch (word) {
            case "sha" -> new PromisedAlgorithm("SHA", Family.SHA, false);
            case "sha2" -> new PromisedAlgorithm("SHA-2", Family.SHA2, false);
            case "sha3" -> new PromisedAlgorithm("SHA-3", Family.SHA3, false);
            case "b2", "blake2", "blake2b" -> new PromisedAlgorithm("BLAKE2b", Family.BLAKE2B, false);
            case "blake2s" -> new PromisedAlgorithm("BLAKE2s", Family.BLAKE2S, false);
            case "b3" -> of(algorithms, "blake3");
            case "sfv" -> new PromisedAlgorithm("CRC32", null, true);
            default -> ofOne(algorithms, word);
        };
    }

    private static @Nullable PromisedAlgorithm ofOne(Algorithms algorithms, String word) {
        boolean known = AlgorithmSpellings.isKnown(word);
        // Providers have digests of other names; they are not looked for because of any word.
        boolean possible = known || word.equals("cksum") || word.chars().anyMatch(c -> c >= '0' && c <= '9');
        Optional<Algorithm> available = possible ? algorithms.ofLists(word) : Optional.empty();
        return known || available.isPresent()
                ? new PromisedAlgorithm(available.map(Algorithm::name).orElse(word), null, false)
                : null;
    }

    /**
     * What the algorithm of a digest of so many hexadecimal digits is called; null when no member of the family has so
     * many.
     */
    @Nullable
    public String spelling(int hexDigits) {
        return family == null ? says : family.member(hexDigits);
    }

    public boolean includes(Algorithm algorithm) {
        return family == null
                ? Algorithms.key(algorithm.name()).equals(Algorithms.key(says))
                : algorithm.name().startsWith(family.beginning);
    }
}
