package no.brevdue.contracts.identity.v1;

import java.util.List;

/**
 * What a supplier's systems may do in the name of an organisation from now on.
 *
 * @param organization organisation number of the consumer
 * @param supplier organisation number of whoever runs the system
 * @param version version of this pair, from 1; a projection applies only a higher one
 * @param scopes everything the supplier may ask for in the organisation's name; none when it is over
 */
public record SupplierAccessChanged(String organization, String supplier, long version, List<String> scopes)
        implements IdentityEvent {

    public SupplierAccessChanged {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String key() {
        return organization + "-" + supplier;
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
