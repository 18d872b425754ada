package no.brevdue.mailbox.access;

import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.ReaderRole;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody may do with one person's letters today.
 *
 * @param own they are that person's own
 * @param by the rights by which another acts; more than one may hold
 */
public record Access(boolean own, List<Representation> by) {

    static final Access NONE = new Access(false, List.of());
    static final Access OWN = new Access(true, List.of());

    public Access {
        by = List.copyOf(by);
    }

    public boolean isNone() {
        return !own && by.isEmpty();
    }

    public boolean reads(ParentVisibility letter) {
        return own || opening(letter).findAny().isPresent();
    }

    /** Whether every letter may be read, whatever its sender has marked. */
    public boolean readsAll() {
        return reads(ParentVisibility.HIDDEN);
    }

    public boolean acts(ParentVisibility letter) {
        return own || opening(letter).anyMatch(right -> right.scope() == RepresentationScope.ACT);
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

    private Stream<Representation> opening(ParentVisibility letter) {
        return by.stream().filter(right -> right.opens(letter == ParentVisibility.VISIBLE));
    }
}
