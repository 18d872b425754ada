package no.brevdue.identity.registration;

import no.brevdue.identity.family.Relations;
import no.brevdue.identity.krr.ContactData;
import no.brevdue.identity.population.PopulationRecord;

import java.time.Instant;

/**
 * What the registers said of somebody who is to be registered.
 *
 * @param complete whether the relations are all that the record names; if not, the register is asked again soon
 * @param asked when they were asked
 */
record Answers(PopulationRecord record, Relations relations, boolean complete, ContactData contact, Instant asked) {}
