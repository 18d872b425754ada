package no.brevdue.contracts;

/**
 * The source is alive, and every fact before this one in its partition has been published. Without it a projection cannot
 * tell silence from loss.
 *
 * @param source the producing service
 * @param partition the partition it speaks for
 * @param version always 1
 */
public record Heartbeat(String source, int partition, long version) implements Event {

    public static Heartbeat of(String source, int partition) {
        return new Heartbeat(source, partition, 1);
    }

    @Override
    public String key() {
        return "heartbeat";
    }
}
