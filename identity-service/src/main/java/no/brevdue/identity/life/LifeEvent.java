package no.brevdue.identity.life;

/**
 * Something happened to somebody. What it was is not kept: the register is asked.
 *
 * @param number whose, as the feed spells it
 */
record LifeEvent(long sequence, String number) {

    @Override
    public String toString() {
        return "LifeEvent[" + sequence + "]";
    }
}
