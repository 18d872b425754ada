package no.brevdue.mailbox.feed;

/** What is numbered on its own: what happens to the letters an organisation sends, and to the copies it gets. */
enum FeedStream {
    LETTERS(""),
    COPIES("copies:");

    private final String prefix;

    FeedStream(String prefix) {
        this.prefix = prefix;
    }

    /** Its name; that of letters is the organisation's number alone. */
    String of(String organization) {
        return prefix + organization;
    }
}
