package no.brevdue.identity.representation;

import no.brevdue.identity.family.Families;
import no.brevdue.identity.family.Family;
import no.brevdue.identity.family.Guardianship;
import no.brevdue.identity.family.GuardianshipScope;
import no.brevdue.identity.person.DeactivationService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers what the registers, people and clinics have said about one person and those around them. */
@ApplicationScoped
class CircumstancesReader {

    private final Families families;
    private final PersonService persons;
    private final DeactivationService deactivations;
    private final GroundRepository grounds;

    CircumstancesReader(
            Families families, PersonService persons, DeactivationService deactivations, GroundRepository grounds) {
        this.families = families;
        this.persons = persons;
        this.deactivations = deactivations;
        this.grounds = grounds;
    }

    Circumstances of(Transaction tx, UUID person) {
        Family family = families.of(tx, person);
        List<Ground> said = grounds.about(tx, persons.aliases(tx, person));
        return new Circumstances(
                party(tx, person),
                family.parents().stream()
                        .map(parent -> new Circumstances.Parent(
                                party(tx, parent.person()),
                                parent.atChildsAddress(),
                                consentedOn(tx, said, parent.person())))
                        .toList(),
                said.stream().anyMatch(Ground::hides),
                of(said, GroundKind.POWER_OF_ATTORNEY)
                        .flatMap(power -> representative(tx, power)
                                .map(receiver -> new Circumstances.PowerOfAttorney(
                                        receiver, Objects.requireNonNull(power.scope()), power.period()))
                                .stream())
                        .toList(),
                family.guardianships().stream()
                        .map(guardianship -> new Circumstances.Guardian(
                                party(tx, guardianship.guardian()), isPersonal(guardianship)))
                        .toList(),
                of(said, GroundKind.INCAPACITY).map(Ground::period).toList(),
                of(said, GroundKind.NEXT_OF_KIN)
                        .flatMap(
                                certificate -> representative(tx, certificate)
                                        .map(kin -> new Circumstances.NextOfKin(kin, certificate.period()))
                                        .stream())
                        .toList());
    }

    private static Stream<Ground> of(List<Ground> said, GroundKind kind) {
        return said.stream().filter(ground -> ground.kind() == kind);
    }

    private static boolean isPersonal(Guardianship guardianship) {
        return guardianship.scope() != GuardianshipScope.FINANCIAL;
    }

    private @Nullable LocalDate consentedOn(Transaction tx, List<Ground> said, UUID parent) {
        List<UUID> aliases = persons.aliases(tx, parent);
        return of(said, GroundKind.LOGIN_CONSENT)
                .filter(consent -> aliases.contains(consent.representative()))
                .map(Ground::fromDate)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Nobody until they are known here: their age would have to be guessed. */
    private Optional<Party> representative(Transaction tx, Ground ground) {
        return Optional.ofNullable(ground.representative())
                .flatMap(alias -> persons.find(tx, alias))
                .map(person -> party(tx, person));
    }

    private Party party(Transaction tx, UUID id) {
        return party(tx, persons.get(tx, id));
    }

    private Party party(Transaction tx, Person person) {
        return new Party(
                persons.aliases(tx, person.id()).getFirst(),
                person.birthDate(),
                person.deceased(),
                person.addressProtected(),
                deactivations.deactivated(tx, person.id()));
    }
}
