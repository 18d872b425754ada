package no.brevdue.contracts.identity.v1;

/** Why a person is to be told something about their own contact points. */
public enum NoticeOccasion {
    /** A code goes to an address, so that whoever reads it there can prove to. */
    VERIFICATION_CODE,

    /** The address that was in use until now hears that something was changed. */
    CONTACT_CHANGED
}
