package no.brevdue.contracts.identity.v1;

/** Why a person is to be told something about their contact points or about who reads. */
public enum NoticeOccasion {
    /** A code goes to an address, so that whoever reads it there can prove to. */
    VERIFICATION_CODE,

    /** The address that was in use until now hears that something was changed. */
    CONTACT_CHANGED,

    /** Soon others may read than before, for the person or for somebody they act for. */
    READERS_CHANGE
}
