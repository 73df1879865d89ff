package io.github.syscallmaven.checksum.list.entry;

/** The forms of entries that {@code ChecksumListReader} reads. A list of lines can mix several. */
public enum EntryForm {
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
    /** A digest with no name, in hexadecimal or base64. */
    BARE("bare digest"),
    /**
     * {@code CRC size name} in decimal, as of {@code cksum} without an option: two entries, one of which is the size.
     */
    CKSUM("cksum"),
    /** {@code SIZE (name) = bytes}, as in {@code distinfo} of the ports of the BSDs. */
    SIZE("size"),
    /** {@code SHA256: digest} or {@code sha256:digest  name}. */
    LABELLED("labelled digest"),
    /** {@code name digest} or {@code name: digest}. */
    NAME_FIRST("name first"),
    /** {@code name CRC32}, with comments that begin with a semicolon. */
    SFV("SFV"),
    /** {@code sha256-base64}, W3C's Subresource Integrity. */
    SRI("subresource integrity"),
    /** {@code name: 8F434346 648F6B96 …}, as of {@code gpg --print-md}, over as many lines as it takes. */
    GPG("gpg --print-md"),
    /** {@code ListFormat.CSV}. */
    CSV("CSV"),
    /** What {@code hashdeep} writes, a CSV whose header says the columns. */
    HASHDEEP("hashdeep"),
    /** What {@code certutil -hashfile} of Windows writes. */
    CERTUTIL("certutil"),
    /** What PowerShell's {@code Get-FileHash} writes, as a list, a table or CSV. */
    FILE_HASH("Get-FileHash"),
    /** {@code ListFormat.JSON}. */
    JSON("JSON"),
    /** {@code #File,MD5,SHA-1} and below it a row a file, as of checksum-maven-plugin's {@code csvSummary}. */
    PLUGIN_CSV("checksum-maven-plugin CSV"),
    /** {@code <files><file name="…"><hashcode algorithm="…">}, as of checksum-maven-plugin's {@code xmlSummary}. */
    PLUGIN_XML("checksum-maven-plugin XML");

    private final String label;

    EntryForm(String label) {
        this.label = label;
    }

    /** Whether names in it are those of Windows, with backslashes. */
    public boolean isWindows() {
        return this == CERTUTIL || this == FILE_HASH;
    }

    /** For people. */
    @Override
    public String toString() {
        return label;
    }
}
