package no.brevdue.contracts.identity.v1;

import java.util.UUID;

/**
 * There is something new about how the person may be reached.
 *
 * @param personId the person
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param digitalOptOut reserved against digital decisions and important letters (KRR reservasjon = JA)
 * @param emailUsable an e-mail address updated or verified within 18 months
 * @param smsUsable a mobile number updated or verified within 18 months
 * @param language chosen language
 */
public record ContactabilityChanged(
        UUID personId, long version, boolean digitalOptOut, boolean emailUsable, boolean smsUsable, Language language)
        implements IdentityEvent {

    @Override
    public String key() {
        return personId.toString();
    }
}
