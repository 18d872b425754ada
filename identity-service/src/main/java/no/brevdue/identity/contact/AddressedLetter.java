package no.brevdue.identity.contact;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;

import java.util.UUID;
import jakarta.validation.constraints.NotNull;

/**
 * A letter whose readers are to be told of it.
 *
 * @param alias the person it is for
 * @param parentVisibility whether parents of somebody between 12 and 16 see it; hidden if absent
 */
record AddressedLetter(@NotNull UUID alias, ParentVisibility parentVisibility) {

    /** Hidden unless it says otherwise. */
    AddressedLetter {
        parentVisibility = parentVisibility == null ? ParentVisibility.HIDDEN : parentVisibility;
    }
}
