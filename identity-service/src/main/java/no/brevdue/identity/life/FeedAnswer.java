package no.brevdue.identity.life;

import java.time.Duration;
import java.util.List;

/** What the feed answers. */
sealed interface FeedAnswer {

    /** In the order of their sequence numbers; empty if nothing has happened. */
    record Events(List<LifeEvent> events) implements FeedAnswer {}

    /** It is not to be asked before this is over. */
    record Busy(Duration pause) implements FeedAnswer {}
}
