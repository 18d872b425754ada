package no.brevdue.identity.representation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who represents or is represented.
 *
 * @param alias one of theirs; whoever reads a plan resolves it
 * @param birthDate from the register, never from the number
 */
record Party(UUID alias, LocalDate birthDate, boolean deceased, boolean addressProtected, boolean deactivated) {

    /** The dead, the protected and those who hide neither represent nor are represented. All of it can be undone. */
    boolean takesPart() {
        return !deceased && !addressProtected && !deactivated;
    }
}
