package io.github.syscallmaven.info;

import java.util.Arrays;
import java.util.SortedMap;

/** The formats of written keys and values. */
public enum InfoFormat {
    /** See {@link PropertiesFormat}. */
    PROPERTIES("properties") {
        @Override
        public byte[] write(SortedMap<String, String> pairs) {
            return PropertiesFormat.write(pairs);
        }

        @Override
        public boolean looksWritten(byte[] file, String start) {
            SortedMap<String, String> pairs;
            try {
                pairs = PropertiesFormat.parse(file);
            } catch (IllegalArgumentException notProperties) {
                return false;
            }
            boolean ours = pairs.keySet().stream().allMatch(key -> key.startsWith(start));
            return ours && !pairs.isEmpty() && Arrays.equals(write(pairs), file);
        }
    },
    /** See {@link JsonFormat#write}. */
    JSON("json") {
        @Override
        public byte[] write(SortedMap<String, String> pairs) {
            return JsonFormat.write(pairs);
        }
    },
    /** See {@link JsonFormat#writeFlat}. */
    JSON_FLAT("json") {
        @Override
        public byte[] write(SortedMap<String, String> pairs) {
            return JsonFormat.writeFlat(pairs);
        }
    };

    private final String extension;

    InfoFormat(String extension) {
        this.extension = extension;
    }

    /** What names of such files end in, without a dot. */
    public String extension() {
        return extension;
    }

    /** A file's bytes; the pairs alone decide about them. */
    public abstract byte[] write(SortedMap<String, String> pairs);

    /** Whether the file has exactly the form of one that was written with keys that all start like this. */
    public boolean looksWritten(byte[] file, String start) {
        return false;
    }
}
