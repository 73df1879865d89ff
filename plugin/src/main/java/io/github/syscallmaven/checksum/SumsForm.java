package io.github.syscallmaven.checksum;

/** The forms that {@link SumsReader} takes. A list of lines can have several, line by line. */
public enum SumsForm {
    /** {@code digest␠␠name}, the default of coreutils. Also a summary of Maven Resolver's trusted checksums. */
    GNU_TEXT("GNU text"),
    /** {@code digest␠*name}, as of {@code sha256sum -b}. */
    GNU_BINARY("GNU binary"),
    /** {@code digest␠name}, as of {@code md5 -r} on the BSDs. */
    BSD_REVERSED("BSD reversed"),
    /** {@code SHA256 (name) = digest}, as of {@code sha256sum --tag} or {@code sha256} on the BSDs. */
    BSD_TAG("BSD tag"),
    /** {@code SHA256(name)= digest} or {@code SHA2-256(name)= digest}, as of {@code openssl dgst}. */
    OPENSSL("OpenSSL"),
    /** A digest with no name. */
    BARE("bare digest"),
    /** {@code name: 8F434346 648F6B96 …}, as of {@code gpg --print-md}, over as many lines as it takes. */
    GPG("gpg --print-md"),
    /** {@link SumsFormat#CSV}. */
    CSV("CSV"),
    /** {@link SumsFormat#JSON}. */
    JSON("JSON"),
    /** {@code #File,MD5,SHA-1} and below it a row a file, as of checksum-maven-plugin's {@code csvSummary}. */
    PLUGIN_CSV("checksum-maven-plugin CSV"),
    /** {@code <files><file name="…"><hashcode algorithm="…">}, as of checksum-maven-plugin's {@code xmlSummary}. */
    PLUGIN_XML("checksum-maven-plugin XML");

    private final String label;

    SumsForm(String label) {
        this.label = label;
    }

    /** For people. */
    @Override
    public String toString() {
        return label;
    }
}
