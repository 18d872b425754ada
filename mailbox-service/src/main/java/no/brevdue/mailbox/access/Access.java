package no.brevdue.mailbox.access;

import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.ReaderRole;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody may do with one person's letters today.
 *
 * @param own they are that person's own
 * @param by the rights by which another acts; more than one may hold
 * @param endedFor senders to whom the person's consent is over: a power of attorney opens nothing that they wrote by it;
 *     whoever acts by law stands in the person's place
 */
public record Access(boolean own, List<Representation> by, Set<String> endedFor) {

    static final Access NONE = new Access(false, List.of(), Set.of());
    static final Access OWN = new Access(true, List.of(), Set.of());

    public Access {
        by = List.copyOf(by);
        endedFor = Set.copyOf(endedFor);
    }

    /** Whether somebody reads here by the person's own choice. */
    boolean isByPower() {
        return by.stream().anyMatch(Access::isPower);
    }

    Access endedFor(Set<String> senders) {
        return new Access(own, by, senders);
    }

    public boolean isNone() {
        return !own && by.isEmpty();
    }

    /**
     * Whether a letter may be read.
     *
     * @param onConsent it was published by the person's consent
     */
    public boolean reads(ParentVisibility letter, String sender, boolean onConsent) {
        return own || opening(letter, sender, onConsent).findAny().isPresent();
    }

    /** Whether every letter may be read, whatever its sender has marked. */
    public boolean readsAll() {
        return own || opening(ParentVisibility.HIDDEN).findAny().isPresent();
    }

    public boolean acts(ParentVisibility letter, String sender, boolean onConsent) {
        return own || opening(letter, sender, onConsent).anyMatch(right -> right.scope() == RepresentationScope.ACT);
    }

    public ReaderRole role() {
        return own ? ReaderRole.PERSON : ReaderRole.REPRESENTATIVE;
    }

    /** The right that opens most; empty for the person. */
    public Optional<RepresentationKind> kind() {
        return Stream.concat(opening(ParentVisibility.HIDDEN), by.stream())
                .map(Representation::kind)
                .findFirst();
    }

    private Stream<Representation> opening(ParentVisibility letter, String sender, boolean onConsent) {
        boolean over = onConsent && endedFor.contains(sender);
        return opening(letter).filter(right -> !isPower(right) || !over);
    }

    private static boolean isPower(Representation right) {
        return right.kind() == RepresentationKind.POWER_OF_ATTORNEY;
    }

    private Stream<Representation> opening(ParentVisibility letter) {
        return by.stream().filter(right -> right.opens(letter == ParentVisibility.VISIBLE));
    }
}
