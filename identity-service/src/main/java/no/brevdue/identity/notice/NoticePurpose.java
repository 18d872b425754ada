package no.brevdue.identity.notice;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a notice may be looked up for; shown to the person in the access log. */
enum NoticePurpose {
    /** Telling people about their own contact points. */
    @JsonProperty("contact-notice")
    CONTACT_NOTICE("contact-notice");

    private final String code;

    NoticePurpose(String code) {
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
