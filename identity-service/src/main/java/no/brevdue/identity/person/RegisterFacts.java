package no.brevdue.identity.person;

import java.time.LocalDate;

/**
 * What the population register says of a person.
 *
 * @param addressProtected the address is confidential or strictly confidential (adressebeskyttelse)
 */
public record RegisterFacts(LocalDate birthDate, boolean deceased, boolean addressProtected) {}
