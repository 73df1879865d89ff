package io.github.syscallmaven.digest;

import io.github.syscallmaven.syscall.BlockFunctions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * The available algorithms: the JDK's digests, CRC32, CRC32C, and those of further security providers, which are
 * registered with {@link Security} or visible as a service to a class loader. If two have the same algorithm, the
 * registered one is used. Providers are looked for only if the JDK lacks an algorithm. Safe for many threads.
 */
public final class Algorithms {
    static final int LONGEST_NAME = 64;

    private static final Pattern SHA2 = Pattern.compile("SHA2(\\d{3,})");

    private static final Map<String, Supplier<Checksum>> CRCS = Map.of("CRC32", CRC32::new, "CRC32C", CRC32C::new);

    /** Short names of one common form each, and what coreutils, OpenSSL and the BSDs call what Java calls otherwise. */
    private static final Map<String, String> ALSO_KNOWN_AS = Map.of(
            "CRC32B", "CRC32",
            "BLAKE2B", "BLAKE2B512",
            "BLAKE2S", "BLAKE2S256",
            "BLAKE3", "BLAKE3256",
            "RMD160", "RIPEMD160",
            "SHA512T224", "SHA512224",
            "SHA512T256", "SHA512256");

    private static final List<String> STANDARD = List.of(
            "MD5",
            "SHA-1",
            "SHA-224",
            "SHA-256",
            "SHA-384",
            "SHA-512",
            "SHA-512/224",
            "SHA-512/256",
            "SHA3-224",
            "SHA3-256",
            "SHA3-384",
            "SHA3-512");

    private static final Map<Integer, String> BY_HEX_DIGITS =
            Map.of(32, "MD5", 40, "SHA-1", 56, "SHA-224", 64, "SHA-256", 96, "SHA-384", 128, "SHA-512");

    private static final Pattern OBJECT_IDENTIFIER = Pattern.compile("(OID\\.)?[0-9.]+");
    private static final Pattern TAG = Pattern.compile("BLAKE2[bs](-?\\d+)?|SHA512t2(24|56)|(?!SHA-)[A-Z0-9/-]+");

    private final ClassLoader loader;
    private final Supplier<BlockFunctions> functions;
    private final Map<String, Algorithm> found = new ConcurrentHashMap<>();
    private volatile Map<String, Provider.Service> services = Map.of();

    /**
     * The size in bytes. Lists have it beside digests; by itself it proves next to nothing. Nothing is called so but
     * here.
     */
    public static final Algorithm SIZE = new Algorithm("SIZE", Long.BYTES, SizeHash::new);

    /** The CRC of POSIX, which is for lists only: {@code cksum} writes it in decimal beside the size. */
    public static final Algorithm CKSUM = new Algorithm("CKSUM", Integer.BYTES, PosixCrcHash::new);

    /**
     * Looks for services of the type {@link Provider} through this class loader, and leaves all digests to providers.
     */
    public Algorithms(ClassLoader loader) {
        this(loader, () -> BlockFunctions.NONE);
    }

    /** The same, but with these functions for the digests that they serve; asked for anew for each hash. */
    public Algorithms(ClassLoader loader, Supplier<BlockFunctions> functions) {
        this.loader = loader;
        this.functions = functions;
    }

    /**
     * The algorithm that a user spelled like this: {@code SHA-256}, {@code sha256}, {@code SHA2-256}, {@code
     * sha512/256}, {@code blake3} … Case, dashes, slashes, underscores and blanks do not matter.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that there are
     * @throws java.util.ServiceConfigurationError when a provider that the class loader sees cannot be created
     */
    public Algorithm named(String spelling) {
        return find(spelling)
                .orElseThrow(() -> new IllegalArgumentException("algorithm '" + spelling
                        + "' is not available; there are " + String.join(", ", names())
                        + "; " + AlgorithmSpellings.remedy(spelling)));
    }

    /** Like {@link #named}, but empty when there is none. */
    public Optional<Algorithm> find(String spelling) {
        Algorithm known = found.get(spelling);
        if (known != null) {
            return Optional.of(known);
        }
        return spelling.length() <= LONGEST_NAME ? search(key(spelling)) : Optional.empty();
    }

    // Each goal comes by here in a fresh JVM, in which a lambda costs more than a loop.
    private Optional<Algorithm> search(String key) {
        Algorithm algorithm = create(key);
        if (algorithm != null) {
            // Under two spellings only: lists must not be able to fill the memory with others.
            found.put(key, algorithm);
            found.put(algorithm.name(), algorithm);
        }
        return Optional.ofNullable(algorithm);
    }

    private @Nullable Algorithm create(String key) {
        Supplier<Checksum> crc = CRCS.get(key);
        if (crc != null) {
            return new Algorithm(key, Integer.BYTES, () -> new CrcHash(crc.get()));
        }
        Algorithm standard = standard(key);
        return standard == null ? provided(key) : standard;
    }

    /** All names, sorted; without the object identifiers that providers have for some. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(STANDARD);
        names.removeIf(name -> standard(key(name)) == null);
        names.addAll(CRCS.keySet());
        services().values().forEach(service -> names.add(service.getAlgorithm()));
        return List.copyOf(names);
    }

    /** The algorithm of this tag of a BSD, OpenSSL or gpg line. Here case matters, as in coreutils. */
    public Optional<Algorithm> tagged(String tag) {
        return TAG.matcher(tag).matches() ? find(tag) : Optional.empty();
    }

    /** Like {@link #find}, but with {@link #CKSUM}. */
    public Optional<Algorithm> ofLists(String spelling) {
        return spelling.equalsIgnoreCase(CKSUM.name()) ? Optional.of(CKSUM) : find(spelling);
    }

    /**
     * What a digest of so many hexadecimal digits most likely is: the member of the MD5, SHA-1, SHA-2 line; null when
     * none has so many.
     */
    public static @Nullable String likely(int hexDigits) {
        return BY_HEX_DIGITS.get(hexDigits);
    }

    /** What all spellings of a name have in common. */
    public static String key(String spelling) {
        String plain = spelling.toUpperCase(Locale.ROOT).replaceAll("[-/_ ]", "");
        return ALSO_KNOWN_AS.getOrDefault(plain, SHA2.matcher(plain).replaceFirst("SHA$1"));
    }

    private @Nullable Algorithm standard(String key) {
        for (String name : STANDARD) {
            if (key(name).equals(key)) {
                return created(name, () -> MessageDigest.getInstance(name));
            }
        }
        return null;
    }

    private @Nullable Algorithm provided(String key) {
        Provider.Service service = services().get(key);
        if (service == null) {
            return null;
        }
        String name = service.getAlgorithm();
        return created(name, () -> MessageDigest.getInstance(name, service.getProvider()));
    }

    private @Nullable Algorithm created(String name, DigestSource source) {
        try {
            MessageDigest first = source.create();
            int length = first.getDigestLength();
            return new Algorithm(name, length > 0 ? length : first.digest().length, () -> hash(name, source));
        } catch (NoSuchAlgorithmException absent) {
            return null;
        }
    }

    /** By a block function where there is one, otherwise by the provider. */
    private Hash hash(String name, DigestSource source) {
        BlockVariant variant = BlockVariant.of(name);
        BlockFunctions present = functions.get();
        return variant != null && present.has(variant.digest()) ? new BlockHash(variant, present) : source.hash();
    }

    private Map<String, Provider.Service> services() {
        if (services.isEmpty()) {
            Map<String, Provider.Service> all = new TreeMap<>();
            Stream.concat(Stream.of(Security.getProviders()), visible())
                    .flatMap(provider -> provider.getServices().stream())
                    .filter(service -> service.getType().equals("MessageDigest"))
                    .filter(service ->
                            !OBJECT_IDENTIFIER.matcher(service.getAlgorithm()).matches())
                    .forEach(service -> all.putIfAbsent(key(service.getAlgorithm()), service));
            services = all;
        }
        return services;
    }

    private Stream<Provider> visible() {
        return StreamSupport.stream(ServiceLoader.load(Provider.class, loader).spliterator(), false);
    }

    private interface DigestSource {
        MessageDigest create() throws NoSuchAlgorithmException;

        default Hash hash() {
            try {
                return new MessageDigestHash(create());
            } catch (NoSuchAlgorithmException gone) {
                throw new IllegalStateException("a security provider was removed while in use", gone);
            }
        }
    }
}
