package no.brevdue.contracts.consent.v1;

/**
 * How many people of a partition have decided something, and the sum of their versions: who counts otherwise has drifted.
 *
 * @param partition the partition it counts
 * @param version always 1
 * @param people aliases with a version
 * @param versions sum of the versions
 */
public record DecisionsCounted(int partition, long version, long people, long versions) implements ConsentEvent {

    @Override
    public String key() {
        return "decisions-counted";
    }
}
