package no.brevdue.platform.database;

/**
 * What the row policies know of a request: the alias of a citizen or the number of an organisation, and the day it is. They read
 * it with {@code current_setting('brevdue.citizen', true)}, {@code 'brevdue.organization'}, {@code 'brevdue.practitioner'} and
 * {@code 'brevdue.today'}; empty means none.
 *
 * @param practitioner number in the health personnel register of whoever reads for the organisation; empty for its systems
 * @param today by business time, in Norway, as ISO 8601: age decides who may read, and the database's own clock is another
 */
public record RowScope(String citizen, String organization, String practitioner, String today) {

    /** A public address: the policies show nothing that belongs to somebody. */
    public static final RowScope NOBODY = new RowScope("", "", "", "");

    void apply(Transaction transaction) {
        transaction
                .handle()
                .createQuery("""
                        select set_config('brevdue.citizen', ?, true), set_config('brevdue.organization', ?, true),
                            set_config('brevdue.practitioner', ?, true), set_config('brevdue.today', ?, true)""")
                .bind(0, citizen)
                .bind(1, organization)
                .bind(2, practitioner)
                .bind(3, today)
                .mapTo(String.class)
                .one();
    }
}
