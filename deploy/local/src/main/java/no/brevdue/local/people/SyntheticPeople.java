package no.brevdue.local.people;

import no.brevdue.local.people.SyntheticPerson.ContactData;
import no.brevdue.local.people.SyntheticPerson.Protection;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The inhabitants. The children are ten, twelve and fourteen, whatever the year. */
public final class SyntheticPeople {

    private static final Duration RECENT = Duration.ofDays(90);
    /** The contact register's data may be used for 18 months. */
    private static final Duration STALE = Duration.ofDays(800);

    private static final MonthDay BIRTHDAY = MonthDay.of(3, 14);

    private static final String STORGATA = "Storgata 1, 0155 Oslo";
    private static final String FJORDVEIEN = "Fjordveien 7, 5003 Bergen";

    public static final SyntheticPerson KARI = living("kari", "Kari", "Nordmann", 1985, true, STORGATA)
            .reachedAt(new ContactData("nb", "kari@epost.example", "+4791234567", RECENT, RECENT))
            .person();
    public static final SyntheticPerson OLA = living("ola", "Ola", "Nordmann", 1979, false, STORGATA)
            .reachedAt(new ContactData("nn", "ola@epost.example", "+4792345678", RECENT, STALE))
            .person();
    public static final SyntheticPerson ANNE = living("anne", "Anne", "Fjell", 1988, true, FJORDVEIEN)
            .reachedAt(new ContactData("en", "anne@epost.example", "+4793456789", RECENT, RECENT))
            .person();
    public static final SyntheticPerson LIV = living("liv", "Liv", "Fjell", yearOfBirth(10), true, FJORDVEIEN)
            .childOf("anne")
            .person();
    public static final SyntheticPerson JON = living("jon", "Jon", "Fjell", yearOfBirth(14), false, FJORDVEIEN)
            .childOf("anne")
            .reachedAt(new ContactData("nb", "jon@epost.example", null, RECENT, RECENT))
            .person();
    public static final SyntheticPerson NORA = living(
                    "nora", "Nora", "Lund", yearOfBirth(12), true, "Lundveien 3, 7010 Trondheim")
            .person();
    public static final SyntheticPerson SIGRID = living("sigrid", "Sigrid", "Skjermet", 1990, true, "")
            .protectedAs(Protection.STRICTLY_CONFIDENTIAL)
            .reachedAt(new ContactData("nb", "sigrid@epost.example", null, RECENT, RECENT))
            .person();
    public static final SyntheticPerson ARNE = living(
                    "arne", "Arne", "Minde", 1941, false, "Kirkeveien 9, 4006 Stavanger")
            .diedOn(LocalDate.of(2026, 2, 11))
            .person();
    public static final SyntheticPerson NILS = living("nils", "Nils", "Stille", 1958, false, "Skogveien 2, 9008 Tromsø")
            .person();

    /** Reserved against digital post. */
    public static final SyntheticPerson RUNA = living("runa", "Runa", "Papir", 1972, true, "Elvegata 4, 9008 Tromsø")
            .reachedAt(new ContactData("nb", "runa@epost.example", null, RECENT, RECENT))
            .person();

    /** Came lately, and has a D-number; twice, since two authorities asked for one. */
    public static final SyntheticPerson DINA = living(
                    "dina", "Dina", "Nykommen", 1991, true, "Havnegata 4, 9008 Tromsø")
            .withDNumber()
            .reachedAt(new ContactData("en", "dina@epost.example", null, RECENT, RECENT))
            .person();

    public static final SyntheticPerson DINA_AGAIN = living(
                    "dina-again", "Dina", "Nykommen", 1992, true, "Havnegata 4, 9008 Tromsø")
            .withDNumber()
            .reachedAt(new ContactData("nb", "dina.igjen@epost.example", null, RECENT, RECENT))
            .person();

    /** Gets the letters that prove that letters arrive. */
    public static final SyntheticPerson KNUT = living("knut", "Knut", "Kanari", 1967, false, STORGATA)
            .reachedAt(new ContactData("nb", "knut@epost.example", null, RECENT, RECENT))
            .person();

    /** Reserved against digital post as well, and reads here all the same. */
    public static final SyntheticPerson TORE = living("tore", "Tore", "Begge", 1969, false, "Elvegata 6, 9008 Tromsø")
            .reachedAt(new ContactData("nb", "tore@epost.example", null, RECENT, RECENT))
            .person();

    public static final List<SyntheticPerson> RESERVED = List.of(RUNA, TORE);

    public static final List<SyntheticPerson> ALL =
            List.of(KARI, OLA, ANNE, LIV, JON, NORA, SIGRID, ARNE, NILS, RUNA, DINA, DINA_AGAIN, KNUT, TORE);

    private SyntheticPeople() {}

    /** Somebody, or somebody of the crowd. */
    public static Optional<SyntheticPerson> byKey(String key) {
        return key.matches("crowd-\\d{1,5}")
                ? Optional.of(crowd(Integer.parseInt(key.substring("crowd-".length()))))
                : ALL.stream().filter(person -> person.key().equals(key)).findFirst();
    }

    /** As many people as somebody wants to count; born on a day of their own each, so that their numbers differ. */
    public static SyntheticPerson crowd(int n) {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(n);
        return new SyntheticPerson(
                "crowd-" + n,
                "Innbygger",
                "Nummer" + n,
                born,
                SyntheticNumbers.of(born, n % 2 == 0),
                "",
                Protection.UNCLASSIFIED,
                null,
                List.of(),
                new ContactData("nb", "crowd-" + n + "@epost.example", null, RECENT, RECENT));
    }

    private static int yearOfBirth(int age) {
        return yearOfBirth(age, LocalDate.now(ZoneId.of("Europe/Oslo")));
    }

    /** Of somebody who has been this old since the last fourteenth of March. */
    static int yearOfBirth(int age, LocalDate today) {
        return today.getYear() - age - (MonthDay.from(today).isBefore(BIRTHDAY) ? 1 : 0);
    }

    private static Draft living(
            String key, String givenName, String familyName, int year, boolean woman, String address) {
        LocalDate born = BIRTHDAY.atYear(year);
        return new Draft(new SyntheticPerson(
                key,
                givenName,
                familyName,
                born,
                SyntheticNumbers.of(born, woman),
                address,
                Protection.UNCLASSIFIED,
                null,
                List.of(),
                null));
    }

    /** Says only what is special about somebody. */
    private record Draft(SyntheticPerson person) {

        Draft withDNumber() {
            return new Draft(person.numbered(SyntheticNumbers.dNumber(person.birthDate())));
        }

        Draft reachedAt(ContactData contact) {
            return with(person.protection(), person.deceased(), person.parents(), contact);
        }

        Draft childOf(String... parents) {
            return with(person.protection(), person.deceased(), List.of(parents), person.contact());
        }

        Draft protectedAs(Protection protection) {
            return with(protection, person.deceased(), person.parents(), person.contact());
        }

        Draft diedOn(LocalDate day) {
            return with(person.protection(), day, person.parents(), person.contact());
        }

        private Draft with(
                Protection protection,
                @Nullable LocalDate deceased,
                List<String> parents,
                @Nullable ContactData contact) {
            return new Draft(new SyntheticPerson(
                    person.key(),
                    person.givenName(),
                    person.familyName(),
                    person.birthDate(),
                    person.number(),
                    person.address(),
                    protection,
                    deceased,
                    parents,
                    contact));
        }
    }
}
