package no.brevdue.contracts;

/** A fact, in the past tense: ids, times, versions and codes; never content, names or identity numbers. */
public interface Event {

    /** What must stay in order: the record key on Kafka. */
    String key();

    /** Version of the aggregate the fact is about, from 1. A projection applies only a higher one. */
    long version();

    /** True where the fact carries everything about its aggregate, so that it heals whatever was missed before it. */
    default boolean wholeState() {
        return false;
    }
}
