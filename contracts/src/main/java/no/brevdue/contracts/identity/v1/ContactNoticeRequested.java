package no.brevdue.contracts.identity.v1;

import java.util.UUID;

/**
 * Somebody is to be told something about their contact points or about who reads. Address, language and code are asked of identity-service
 * just in time, with this id; once it is over there is nothing to ask for.
 *
 * @param noticeId the notice; the partition key
 * @param version always 1: a notice is asked for once
 * @param occasion why
 */
public record ContactNoticeRequested(UUID noticeId, long version, NoticeOccasion occasion) implements IdentityEvent {

    @Override
    public String key() {
        return noticeId.toString();
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
