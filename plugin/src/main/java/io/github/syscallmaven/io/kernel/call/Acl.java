package io.github.syscallmaven.io.kernel.call;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The access ACL of a file: acl(5). If a file has one, the group bits of st_mode are the ACL's mask, not the rights of
 * the owning group.
 *
 * <p>Source: Linux, {@code include/uapi/linux/posix_acl.h} and {@code posix_acl_xattr.h}.
 */
public record Acl(List<Entry> entries) {
    /** In bytes: of 511 entries. A larger value counts as one that cannot be read. */
    static final int MAX_SIZE = 4096;

    private static final int VERSION = 2;
    private static final int ENTRY_SIZE = 8;
    private static final int NO_ID = -1;

    private static final int USER_OBJ = 1;
    private static final int GROUP_OBJ = 4;
    private static final int MASK = 0x10;
    private static final int OTHER = 0x20;
    private static final int ALL = 7;

    /**
     * Rights of somebody.
     *
     * @param id of a user or a group that is named
     */
    record Entry(int tag, int rights, int id) {
        Entry within(int others) {
            return new Entry(tag, rights & others, id);
        }

        private boolean isSame(Entry other) {
            return tag == other.tag && rights == other.rights && id == other.id;
        }
    }

    /** That of a file which has these permissions and nothing else. */
    public static Acl of(int permissions) {
        return new Acl(List.of(
                new Entry(USER_OBJ, permissions >> 6 & ALL, NO_ID),
                new Entry(GROUP_OBJ, permissions >> 3 & ALL, NO_ID),
                new Entry(OTHER, permissions & ALL, NO_ID)));
    }

    /** Reads the attribute's value, from the start to the limit. */
    static Acl parse(ByteBuffer value) throws IOException {
        ByteBuffer bytes = value.slice(0, value.limit()).order(ByteOrder.LITTLE_ENDIAN);
        boolean known = bytes.limit() % ENTRY_SIZE == Integer.BYTES && bytes.getInt() == VERSION;
        List<Entry> entries = new ArrayList<>();
        while (known && bytes.hasRemaining()) {
            entries.add(new Entry(bytes.getShort(), bytes.getShort() & ALL, bytes.getInt()));
        }
        Acl acl = new Acl(entries);
        if (!acl.isComplete()) {
            throw new IOException("its ACL is of an unknown form");
        }
        return acl;
    }

    private boolean isComplete() {
        return has(USER_OBJ) && has(GROUP_OBJ) && has(OTHER) && (isMinimal() || has(MASK));
    }

    private boolean has(int tag) {
        for (Entry entry : entries) {
            if (entry.tag == tag) {
                return true;
            }
        }
        return false;
    }

    /** Makes this the value of the attribute: its bytes, from the start to the limit. */
    void putInto(ByteBuffer value) {
        ByteOrder order = value.order();
        value.clear().order(ByteOrder.LITTLE_ENDIAN);
        value.putInt(VERSION);
        for (Entry entry : entries) {
            value.putShort((short) entry.tag).putShort((short) entry.rights).putInt(entry.id);
        }
        value.flip().order(order);
    }

    /** The same as equals, which Java makes up for a record at its first use in some ten milliseconds. */
    public boolean isSame(Acl other) {
        boolean same = entries.size() == other.entries.size();
        for (int i = 0; same && i < entries.size(); i++) {
            same = entries.get(i).isSame(other.entries.get(i));
        }
        return same;
    }

    /** Whether permission bits say all of it. */
    public boolean isMinimal() {
        for (Entry entry : entries) {
            if (entry.tag != USER_OBJ && entry.tag != GROUP_OBJ && entry.tag != OTHER) {
                return false;
            }
        }
        return true;
    }

    /** The nine bits that st_mode shows for it. */
    public int permissions() {
        return rights(USER_OBJ) << 6 | rights(isMinimal() ? GROUP_OBJ : MASK) << 3 | rights(OTHER);
    }

    private int rights(int tag) {
        int rights = ALL;
        for (Entry entry : entries) {
            rights &= entry.tag == tag ? entry.rights : ALL;
        }
        return rights;
    }

    /** For a file with another owner: whoever owned it may do no more than an owner could. */
    public Acl withinOwner() {
        int owner = rights(USER_OBJ);
        return new Acl(entries.stream().map(entry -> entry.within(owner)).toList());
    }

    /** For a file of another group, or without an ACL: whoever was named or a member may do no more than all could. */
    public Acl common() {
        int mask = rights(MASK);
        int all = entries.stream()
                .filter(entry -> entry.tag != MASK)
                .mapToInt(entry -> entry.tag == OTHER || entry.tag == USER_OBJ ? entry.rights : entry.rights & mask)
                .reduce(ALL, (one, other) -> one & other);
        return of(rights(USER_OBJ) << 6 | all << 3 | all);
    }
}
