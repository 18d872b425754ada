package no.brevdue.contracts.bad;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A contract that depends on how it is carried. */
public record FrameworkContract(@JsonProperty("letter_id") String letterId) {}
