package no.brevdue.mailbox.holder;

import no.brevdue.platform.identity.OrganizationNumber;

import java.util.UUID;

/** Who holds: a person by alias or an organisation by number. */
public record HolderName(Kind kind, String value) {

    enum Kind {
        PERSON,
        ORGANIZATION
    }

    public static HolderName person(UUID alias) {
        return new HolderName(Kind.PERSON, alias.toString());
    }

    public static HolderName organization(OrganizationNumber number) {
        return new HolderName(Kind.ORGANIZATION, number.value());
    }
}
