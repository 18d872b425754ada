package no.brevdue.contracts.registration.v1;

import java.util.UUID;

/**
 * The sender of a letter has said what they believe its recipient is called. Only identity-service can open the sealed name; it
 * answers with NameChecked, once it knows the person.
 *
 * @param alias alias of the recipient; the partition key
 * @param version always 1: a question is asked once
 * @param questionId the question, which is the message; bound to the seal together with the alias
 * @param sender who believes so, as organisation number
 * @param sealedName the name, sealed with HPKE to identity-service, base64url without padding
 */
public record NameCheckRequested(UUID alias, long version, UUID questionId, String sender, String sealedName)
        implements RegistrationEvent {

    @Override
    public String key() {
        return alias.toString();
    }

    @Override
    public boolean wholeState() {
        return false;
    }
}
