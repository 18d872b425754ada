package no.brevdue.platform.database;

/**
 * What the row policies know of a request: the alias of a citizen or the number of an organisation. They read it with
 * {@code current_setting('brevdue.citizen', true)} and {@code current_setting('brevdue.organization', true)}; empty means none.
 */
public record RowScope(String citizen, String organization) {

    /** A public address: the policies show nothing that belongs to somebody. */
    public static final RowScope NOBODY = new RowScope("", "");

    void apply(Transaction transaction) {
        transaction
                .handle()
                .createQuery(
                        "select set_config('brevdue.citizen', ?, true), set_config('brevdue.organization', ?, true)")
                .bind(0, citizen)
                .bind(1, organization)
                .mapTo(String.class)
                .one();
    }
}
