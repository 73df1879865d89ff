package io.github.syscallmaven.digest;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Algorithms of lists, whether or not they are available here. A list of an unavailable algorithm must be recognised,
 * too: its digests must not be taken for those of another algorithm with as many digits.
 */
public final class AlgorithmSpellings {
    /** By {@link Algorithms#key}. */
    private static final Pattern KNOWN = Pattern.compile("MD[245]|SHA[01]|SHA(512)?(224|256)|SHA(384|512)"
            + "|SHA3(224|256|384|512)|SHAKE(128|256)+|KECCAK\\d*|BLAKE(2[BSX]P?|3)?\\d*|SM3|STREEBOG\\d*|GOST\\d*"
            + "|(RIPEMD|RMD)(128|160|256|320)|TIGER2?(128|160|192)?|WHIRLPOOL|SKEIN\\d*|HAS160|HAVAL\\d*|SNEFRU\\d*"
            + "|EDONR\\d*|DSTU7564\\d*|KUPYNA\\d*|(PARALLEL|TUPLE)HASH\\d*|HARAKA\\d*|K12|GROESTL\\d*|JH\\d*"
            + "|CRC(16|24|32|64).*|ADLER32|XXH(32|64|128|3)|XXHASH|XXH3(64|128)|FNV\\d+|TTH|BTIH|ED2K|AICH");

    /** What bcprov 1.82 has. */
    private static final Pattern BOUNCY_CASTLE =
            Pattern.compile("MD[24]|BLAKE2B(160|256|384|512)|BLAKE2S(128|160|224|256)"
                    + "|BLAKE3256|SM3|RIPEMD(128|160|256|320)|TIGER|WHIRLPOOL|GOST3411(2012(256|512))?|KECCAK(224|256|288|384|512)"
                    + "|SKEIN(256|512|1024)\\d*|SHAKE(128256|256512)|DSTU7564(256|384|512)|HARAKA(256|512)"
                    + "|PARALLELHASH(128256|256512)|TUPLEHASH(128256|256512)");

    private AlgorithmSpellings() {}

    /** Whether this is the name of an algorithm, in whatever spelling. */
    public static boolean isKnown(String spelling) {
        return matches(KNOWN, spelling);
    }

    public static boolean isOfBouncyCastle(String spelling) {
        return matches(BOUNCY_CASTLE, spelling);
    }

    /** What to do when this algorithm is not available, as a clause. */
    public static String remedy(String spelling) {
        return isOfBouncyCastle(spelling)
                ? "Bouncy Castle has it: add org.bouncycastle:bcprov-jdk18on to the dependencies of the plugin"
                : "it needs a dependency of the plugin that has it as a java.security.Provider";
    }

    private static boolean matches(Pattern pattern, String spelling) {
        return spelling.length() <= Algorithms.LONGEST_NAME
                && pattern.matcher(Algorithms.key(spelling)).matches();
    }

    /**
     * The algorithms whose digests of so many bytes may well be meant where a list does not say which it has, the most
     * likely one, which {@link Algorithms#likely} assumes, apart.
     */
    public static List<String> othersOfLength(int bytes) {
        return switch (bytes) {
            case 20 -> List.of("RIPEMD160");
            case 28 -> List.of("SHA3-224", "SHA-512/224");
            case 32 -> List.of("BLAKE3", "BLAKE2s", "BLAKE2b-256", "SHA3-256", "SHA-512/256", "SM3");
            case 48 -> List.of("SHA3-384", "BLAKE2b-384");
            case 64 -> List.of("BLAKE2b", "SHA3-512", "Whirlpool");
            default -> List.of();
        };
    }
}
