package io.github.syscallmaven.io.kernel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.Seed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AclTest {
    private static final int NO_ID = -1;
    private static final int OWNER = 100;
    private static final int NEW_OWNER = 101;
    private static final int GROUP = 200;
    private static final int NEW_GROUP = 201;

    /** What {@code setfacl -m u:20009:rw,g::-,o::-} makes of a file with the permissions 0660. */
    private static final String VALUE =
            "02000000 01000600ffffffff 02000600294e0000 04000000ffffffff 10000600ffffffff" + " 20000000ffffffff";

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void aValueIsReadAndWrittenAgain() throws Exception {
        Acl acl = Acl.parse(bytes(VALUE));
        ByteBuffer written = ByteBuffer.allocate(100);

        acl.putInto(written);

        assertThat(acl.permissions()).isEqualTo(0660);
        assertThat(acl.isMinimal()).isFalse();
        assertThat(written).isEqualTo(bytes(VALUE));
    }

    @Test
    void permissionsAreTheShortFormOfAnAcl() throws Exception {
        for (int permissions = 0; permissions <= 0777; permissions++) {
            ByteBuffer written = ByteBuffer.allocate(100);
            Acl.of(permissions).putInto(written);

            assertThat(Acl.parse(written)).isEqualTo(Acl.of(permissions));
            assertThat(Acl.of(permissions).permissions()).isEqualTo(permissions);
            assertThat(Acl.of(permissions).isMinimal()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02",
                "02000000",
                // Another version, half an entry, no owner, a named user but no mask.
                "03000000 01000600ffffffff 04000000ffffffff 20000000ffffffff",
                "02000000 01000600ffffffff 04000000ffffffff 20000000",
                "02000000 04000000ffffffff 20000000ffffffff",
                "02000000 01000600ffffffff 02000600294e0000 04000000ffffffff 20000000ffffffff"
            })
    void aValueOfAnotherFormIsNotTakenForNone(String hex) {
        assertThatThrownBy(() -> Acl.parse(bytes(hex))).isInstanceOf(IOException.class);
    }

    /** A process, as far as a file's rights depend on it. */
    private record Somebody(int user, List<Integer> groups) {
        /** The algorithm of acl(5), "Access check algorithm". */
        int rights(Acl acl, int owner, int group) {
            int mask = acl.entries().stream()
                    .filter(entry -> entry.tag() == 0x10)
                    .mapToInt(Acl.Entry::rights)
                    .findAny()
                    .orElse(7);
            if (user == owner) {
                return of(acl, 1, NO_ID);
            }
            for (Acl.Entry entry : acl.entries()) {
                if (entry.tag() == 2 && entry.id() == user) {
                    return entry.rights() & mask;
                }
            }
            boolean member = false;
            int rights = 0;
            for (Acl.Entry entry : acl.entries()) {
                boolean owning = entry.tag() == 4 && groups.contains(group);
                if (owning || (entry.tag() == 8 && groups.contains(entry.id()))) {
                    member = true;
                    rights |= entry.rights() & mask;
                }
            }
            return member ? rights : of(acl, 0x20, NO_ID);
        }

        private static int of(Acl acl, int tag, int id) {
            return acl.entries().stream()
                    .filter(entry -> entry.tag() == tag && entry.id() == id)
                    .mapToInt(Acl.Entry::rights)
                    .findAny()
                    .orElseThrow();
        }
    }

    private static Acl random(Random random) {
        List<Acl.Entry> entries = new ArrayList<>();
        entries.add(new Acl.Entry(1, random.nextInt(8), NO_ID));
        int users = random.nextInt(3);
        for (int i = 0; i < users; i++) {
            entries.add(new Acl.Entry(2, random.nextInt(8), OWNER + i));
        }
        entries.add(new Acl.Entry(4, random.nextInt(8), NO_ID));
        int groups = random.nextInt(3);
        for (int i = 0; i < groups; i++) {
            entries.add(new Acl.Entry(8, random.nextInt(8), GROUP + i));
        }
        if (users + groups > 0) {
            entries.add(new Acl.Entry(0x10, random.nextInt(8), NO_ID));
        }
        entries.add(new Acl.Entry(0x20, random.nextInt(8), NO_ID));
        return new Acl(entries);
    }

    private static List<Somebody> everybody() {
        List<Somebody> all = new ArrayList<>();
        for (int user = OWNER; user < OWNER + 4; user++) {
            for (List<Integer> groups : List.of(
                    List.of(99),
                    List.of(GROUP),
                    List.of(NEW_GROUP),
                    List.of(GROUP, NEW_GROUP),
                    List.of(GROUP + 2, GROUP))) {
                all.add(new Somebody(user, groups));
            }
        }
        return all;
    }

    @Test
    void nobodyGainsARightWhenOwnerOrGroupAreOthers() {
        long seed = Seed.next();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Acl acl = random(random);
            for (Somebody one : everybody()) {
                int before = one.rights(acl, OWNER, GROUP);
                if (one.user != NEW_OWNER) {
                    assertThat(one.rights(acl.withinOwner(), NEW_OWNER, GROUP) & ~before)
                            .as("seed %s: %s, %s", seed, acl, one)
                            .isZero();
                    assertThat(one.rights(acl.common(), NEW_OWNER, NEW_GROUP) & ~before)
                            .as("seed %s: %s, %s", seed, acl, one)
                            .isZero();
                }
                assertThat(one.rights(acl.common(), OWNER, NEW_GROUP) & ~before)
                        .as("seed %s: %s, %s", seed, acl, one)
                        .isZero();
            }
        }
    }
}
