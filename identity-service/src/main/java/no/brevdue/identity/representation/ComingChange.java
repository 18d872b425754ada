package no.brevdue.identity.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a day will change. Read off the plan, so that it tells of nothing that the plan leaves out.
 *
 * @param personId opaque id of whose letters it is about; absent where somebody asked about one person
 */
@Schema(name = "ComingChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComingChange(@Nullable UUID personId, LocalDate on, What what) {

    /** How early people are told. */
    static final int WEEKS_AHEAD = 12;

    enum What {
        /** The caller, who saw every letter, sees only those a sender marks. */
        YOU_SEE_MARKED_LETTERS_ONLY,

        /** The caller sees no letters of this person any more. */
        YOU_SEE_NO_LETTERS,

        /** The person reads alone. */
        PERSON_READS_ALONE,

        /** A power of attorney that the caller gave is over. */
        POWER_OF_ATTORNEY_ENDS,

        /** Nobody sees all letters of this person any more; the person does not read yet. */
        UNMARKED_LETTERS_HAVE_NO_READER
    }

    /** For somebody who acts for a person. */
    static List<ComingChange> forRepresentative(
            UUID person, ReadingPlan plan, Collection<UUID> aliases, LocalDate today) {
        List<Representation> rights = plan.representations().stream()
                .filter(right -> aliases.contains(right.representative()))
                .toList();
        return Stream.concat(
                        rights.stream()
                                .filter(right -> right.until() != null
                                        && right.holdsOn(right.until().minusDays(1)))
                                .map(right -> new ComingChange(
                                        person,
                                        right.until(),
                                        rights.stream().anyMatch(next -> next.holdsOn(right.until()))
                                                ? What.YOU_SEE_MARKED_LETTERS_ONLY
                                                : What.YOU_SEE_NO_LETTERS)),
                        Stream.of(new ComingChange(person, plan.readsOwnFrom(), What.PERSON_READS_ALONE)))
                .filter(change -> isSoon(change, today))
                .distinct()
                .sorted(Comparator.comparing(ComingChange::on))
                .toList();
    }

    /** For the person, and for a clinic: no representative is told of. */
    static List<ComingChange> ofPerson(@Nullable UUID person, ReadingPlan plan, LocalDate today) {
        return Stream.concat(
                        plan.representations().stream()
                                .filter(right -> right.extent() == RepresentationExtent.ALL
                                        && right.until() != null
                                        && right.until().isBefore(plan.readsOwnFrom()))
                                .map(right ->
                                        new ComingChange(person, right.until(), What.UNMARKED_LETTERS_HAVE_NO_READER)),
                        Stream.of(new ComingChange(person, plan.readsOwnFrom(), What.PERSON_READS_ALONE)))
                .filter(change -> isSoon(change, today))
                .distinct()
                .sorted(Comparator.comparing(ComingChange::on))
                .toList();
    }

    /** For the giver of powers of attorney: who has forgotten one is reminded before it ends. */
    static List<ComingChange> ofPowers(UUID giver, ReadingPlan plan, LocalDate today) {
        return plan.representations().stream()
                .filter(right -> right.kind() == RepresentationKind.POWER_OF_ATTORNEY && right.until() != null)
                .map(right -> new ComingChange(giver, right.until(), What.POWER_OF_ATTORNEY_ENDS))
                .filter(change -> isSoon(change, today))
                .distinct()
                .sorted(Comparator.comparing(ComingChange::on))
                .toList();
    }

    private static boolean isSoon(ComingChange change, LocalDate today) {
        return change.on().isAfter(today) && !change.on().isAfter(today.plusWeeks(WEEKS_AHEAD));
    }
}
