package no.brevdue.identity.family;

import java.util.UUID;

/**
 * Somebody with parental responsibility for a child.
 *
 * @param atChildsAddress registered as living where the child is; false if either place is unknown or secret
 */
public record Parent(UUID person, ParentalResponsibility responsibility, boolean atChildsAddress) {}
