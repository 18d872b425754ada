package no.brevdue.contracts.consent.v1;

import java.util.UUID;

/**
 * A document that a person relies on is going to change in a way that matters, and the person is to be told.
 *
 * @param noticeId the notice; the partition key
 * @param version always 1: a notice is asked for once
 * @param alias the person, as an alias
 */
public record ChangeNoticeRequested(UUID noticeId, long version, UUID alias) implements ConsentEvent {

    @Override
    public String key() {
        return noticeId.toString();
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
