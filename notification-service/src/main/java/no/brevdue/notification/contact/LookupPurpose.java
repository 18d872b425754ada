package no.brevdue.notification.contact;

/** Why a person is to be reached; identity-service records it. */
public enum LookupPurpose {
    LETTER("letter-notification"),
    NEWSLETTER("newsletter"),
    TERMS_CHANGE("terms-change");

    private final String code;

    LookupPurpose(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
