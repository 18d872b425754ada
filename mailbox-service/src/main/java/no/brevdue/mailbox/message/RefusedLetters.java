package no.brevdue.mailbox.message;

/** What a sender hears of a letter that is refused, as the documented API shows it. */
final class RefusedLetters {

    static final String INVALID = """
            {
              "type": "/problems/invalid-value",
              "title": "Invalid request",
              "status": 400,
              "code": "BD-1005",
              "detail": "The body has 1 fault.",
              "errors": [{"pointer": "/title", "detail": "must not be blank"}],
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
            }
            """;

    static final String REFERENCE_TAKEN = """
            {
              "type": "/problems/reference-taken",
              "title": "Conflict",
              "status": 409,
              "code": "BD-1303",
              "detail": "This reference belongs to message 019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1.",
              "existingId": "019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1",
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
            }
            """;

    static final String KEY_REUSED = """
            {
              "type": "/problems/idempotency-key-reused",
              "title": "Key reused",
              "status": 422,
              "code": "BD-1302",
              "detail": "This key belongs to message 019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1.",
              "existingId": "019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1",
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
            }
            """;

    private RefusedLetters() {}
}
