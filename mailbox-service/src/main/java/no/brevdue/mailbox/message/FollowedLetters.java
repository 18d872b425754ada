package no.brevdue.mailbox.message;

/** What a sender is shown of letters that have gone different ways, as the documented API shows it. */
final class FollowedLetters {

    private static final String LETTER = """
            {
              "messageId": "019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1",
              "threadId": "019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1",
              "reference": "EPJ-2026-004711",
              "acceptedAt": "2026-12-01T08:30:00Z",
            """;

    private static final String TO_PERSON = """
              "deliveries": [{
                "recipient": "PERSON",
                "organization": null,
                "delivery": {
                  "deliveryId": "019adf2c-3e60-7b5d-9c1e-2f8a9a4d1c11",
            """;

    private static final String TOLD = """
                  "evidence": [
                    {"rung": "ACCEPTED", "at": "2026-12-01T08:30:00Z", "source": "mailbox", "detail": null},
                    {"rung": "PUBLISHED", "at": "2026-12-01T08:30:01Z", "source": "mailbox", "detail": null},
                    {"rung": "NOTIFICATION_ORDERED", "at": "2026-12-01T08:30:01Z", "source": "notification", "detail": "EMAIL"},
                    {"rung": "NOTIFICATION_HANDED_OVER", "at": "2026-12-01T08:30:02Z", "source": "notification", "detail": "EMAIL"}
            """;

    private static final String UNREAD = TOLD + """
                    , {"rung": "FALLBACK_ORDERED", "at": "2026-12-15T08:30:01Z", "source": "mailbox", "detail": "UNREAD"}
            """;

    private static final String END = "]}}]}";

    private static final String OPEN = "\"complete\": false, \"completedAt\": null,";

    static final String PUBLISHED = LETTER + OPEN + TO_PERSON + """
                  "state": "PUBLISHED", "reason": null, "fallback": "NONE", "ended": false,
                  "nextDeadline": "2026-12-08T08:30:01Z", "thenWhat": "SECOND_NOTICE", "fallsBackAt": "2026-12-15T08:30:00Z",
            """ + TOLD + END;

    static final String OPENED = LETTER + """
              "complete": true, "completedAt": "2026-12-02T17:05:00Z",
            """ + TO_PERSON + """
                  "state": "OPENED", "reason": null, "fallback": "NONE", "ended": true,
                  "nextDeadline": null, "thenWhat": null, "fallsBackAt": null,
            """ + TOLD + """
                    , {"rung": "OPENED", "at": "2026-12-02T17:05:00Z", "source": "mailbox", "detail": "PERSON"}
            """ + END;

    static final String RECALLED = LETTER + """
              "complete": true, "completedAt": "2026-12-01T09:12:00Z",
            """ + TO_PERSON + """
                  "state": "RECALLED", "reason": "WRONG_RECIPIENT", "fallback": "NONE", "ended": true,
                  "nextDeadline": null, "thenWhat": null, "fallsBackAt": null,
            """ + TOLD + """
                    , {"rung": "RECALLED", "at": "2026-12-01T09:12:00Z", "source": "mailbox", "detail": "UNOPENED"}
            """ + END;

    /** Nobody opened it; it was printed, posted, and came back: its sender is asked again until the person is reached. */
    static final String RETURNED_BY_THE_POST = LETTER + OPEN + TO_PERSON + """
                  "state": "PUBLISHED", "reason": "UNREAD", "fallback": "FAILED", "ended": false,
                  "nextDeadline": "2026-12-30T10:00:00Z", "thenWhat": "FALLBACK_REMINDER", "fallsBackAt": null,
            """ + UNREAD + """
                    , {"rung": "FALLBACK_HANDED_OVER", "at": "2026-12-15T08:30:03Z", "source": "mailbox", "detail": null},
                    {"rung": "PAPER_DISPATCHED", "at": "2026-12-16T06:00:00Z", "source": "printer", "detail": null},
                    {"rung": "PAPER_RETURNED", "at": "2026-12-23T10:00:00Z", "source": "printer", "detail": null},
                    {"rung": "FALLBACK_FAILED", "at": "2026-12-23T10:00:00Z", "source": "mailbox", "detail": "PAPER_RETURNED"}
            """ + END;

    static final String NOWHERE_TO_POST = LETTER + OPEN + TO_PERSON + """
                  "state": "PUBLISHED", "reason": "UNREAD", "fallback": "FAILED", "ended": false,
                  "nextDeadline": "2026-12-22T08:30:03Z", "thenWhat": "FALLBACK_REMINDER", "fallsBackAt": null,
            """ + UNREAD + """
                    , {"rung": "FALLBACK_FAILED", "at": "2026-12-15T08:30:03Z", "source": "mailbox", "detail": "PRINT_NOT_POSSIBLE"}
            """ + END;

    private FollowedLetters() {}
}
