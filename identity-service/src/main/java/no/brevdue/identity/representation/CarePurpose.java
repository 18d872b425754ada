package no.brevdue.identity.representation;

import java.util.Locale;

/** Why a clinic looks at or decides who may act for somebody; shown to that person in the access log. */
enum CarePurpose {
    TREATMENT,
    CHILD_PROTECTION,
    CAPACITY_ASSESSMENT;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
