package no.brevdue.identity.contact;

import java.util.regex.Pattern;

/** An address that can stand in a mail header: one mailbox, no display name, no line break. */
record OwnEmail(String address) {

    private static final int LONGEST = 254;
    private static final Pattern MAILBOX = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]{1,64}@[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\]]+\\.[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\].]+");

    static OwnEmail of(String text) {
        if (text.length() > LONGEST || !MAILBOX.matcher(text).matches()) {
            throw ContactProblem.INVALID_EMAIL.because("That is no e-mail address.");
        }
        return new OwnEmail(text);
    }

    @Override
    public String toString() {
        return "OwnEmail[***]";
    }
}
