-- What the population register answered last, as an encrypted fingerprint: most of its events are about something we do not keep, and an
-- answer that says the same again needs no look at everything it says. Null if it has to be looked at whatever it says.
alter table person add column population_answer bytea;
