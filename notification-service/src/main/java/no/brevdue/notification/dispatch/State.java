package no.brevdue.notification.dispatch;

/**
 * Where a notification is.
 * <pre>
 * WAITING ───► ORDERED ───► HANDED_OVER
 *    │            │
 *    ├─────┬──────┘
 *    │     ▼
 *    │  FAILED
 *    ▼
 * NOT_NEEDED
 * </pre>
 */
enum State {
    /** Nothing is decided; nobody has been asked, or identity-service is away. */
    WAITING,

    /** The channel is chosen, stored and told; whether something left is not known. */
    ORDERED,

    /** The mail server took responsibility. */
    HANDED_OVER,

    /** Nothing more will be tried. */
    FAILED,

    /** The letter was opened, answered or taken back before anybody could be told. */
    NOT_NEEDED
}
