package no.brevdue.identity.practitioner;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to an organisation.
 *
 * @param standing what a practitioner may do; absent for a visitor
 */
@Schema(name = "MyPractitioner")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MyPractitioner(
        String organizationNumber,
        long hprNumber,
        Level level,
        @Nullable Standing standing) {

    enum Level {
        /** Whoever has claimed to be a practitioner and is not confirmed: no more than anybody else. */
        VISITOR,
        PRACTITIONER
    }

    static MyPractitioner of(Practitioner practitioner) {
        return new MyPractitioner(
                practitioner.organization(), practitioner.hprNumber(), Level.PRACTITIONER, practitioner.standing());
    }

    static MyPractitioner visitor(Claim claim) {
        return new MyPractitioner(claim.organization(), claim.hprNumber(), Level.VISITOR, null);
    }
}
