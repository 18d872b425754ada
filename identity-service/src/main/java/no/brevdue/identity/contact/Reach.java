package no.brevdue.identity.contact;

import no.brevdue.identity.krr.Channel;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The channels that may be used now. */
record Reach(@Nullable Channel email, @Nullable Channel mobile) {

    static final Reach NONE = new Reach(null, null);

    /** What the person verified goes before what the register says, as long as it may be used. */
    static @Nullable Channel first(@Nullable Channel own, @Nullable Channel register, Instant now) {
        if (own != null && own.usableAt(now)) {
            return own;
        }
        return register != null && register.usableAt(now) ? register : null;
    }
}
