package no.brevdue.identity.contact;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What contact points may be looked up for; shown to the person in the access log. */
enum LookupPurpose {
    /** Telling somebody that a letter has come. */
    @JsonProperty("letter-notification")
    LETTER_NOTIFICATION("letter-notification"),

    /** Mailing the newsletter to somebody who has consented to it, or the code that confirms that. */
    @JsonProperty("newsletter")
    NEWSLETTER("newsletter"),

    /** Telling somebody that the terms, or another document they rely on, are going to change. */
    @JsonProperty("terms-change")
    TERMS_CHANGE("terms-change");

    private final String code;

    LookupPurpose(String code) {
        this.code = code;
    }

    /** As it stands in requests and in the audit trail. */
    String code() {
        return code;
    }

    /** For the messages of the reader of bodies. */
    @Override
    public String toString() {
        return code;
    }
}
