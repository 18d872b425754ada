-- Only copies can be withheld. Where neither the letter has an organisation nor the caller is one, the answer was looked up for
-- each letter of a person's inbox, a third of a millisecond each.
alter policy not_withheld on delivery
    using (organization is null or organization is distinct from (select caller_organization())
        or sender = (select caller_organization()) or not withheld(message_id, organization));
