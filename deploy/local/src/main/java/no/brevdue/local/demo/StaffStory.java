package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.stack.Service;
import no.brevdue.local.standin.AddressRegister;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A clinic's people: who is responsible, who looks after them, who is a doctor there, and who only says so. */
public final class StaffStory implements Story {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final String CLINIC = "/v1/organizations/" + SyntheticOrganization.SOLVANG.number();

    private final Api operator = as("operator");
    private final Api kari = as("kari");
    private final Api ola = as("ola");
    private final Api anne = as("anne");
    private final Api doctor = as("doctor");
    private final Clinic clinic = new Clinic("solvang-clinic");

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        var log = new AccessLogLines(Instant.now());
        aClinicIsActivated(narrator);
        String practitioner = aDoctorIsVerified(narrator);
        aCalendarIsEdited(narrator, practitioner);
        aDoctorIsSuspended(narrator, practitioner);
        somebodySaysSheIsADoctor(narrator, log);
        aSupplierIsLetIn(narrator);
    }

    private void aClinicIsActivated(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("An operator activates Solvang and names Kari as its manager");
        Answer known = Patiently.await(A_MOMENT, () -> kari.get(CLINIC), answer -> answer.status() == 200);
        narrator.expect("The address register knows it, and its units", known.status() == 200, known.text("/units"));
        operator.put(
                        "/v1/operations/organizations/" + SyntheticOrganization.SOLVANG.number() + "/activation",
                        Map.of("responsibleManager", named(SyntheticPeople.KARI)))
                .require(200);
        kari.post(CLINIC + "/superusers", named(SyntheticPeople.OLA)).require(201);
        int manager = kari.get(CLINIC + "/practitioners").status();
        int superuser = ola.get(CLINIC + "/practitioners").status();
        narrator.expect(
                "She appoints Ola, who looks after its practitioners; she does not",
                manager == 404 && superuser == 200,
                superuser);
        int stranger = anne.get(CLINIC + "/practitioners").status();
        narrator.expect("For anybody else there is nothing", stranger == 404, stranger);
    }

    private String aDoctorIsVerified(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("HelseID verifies a doctor directly");
        Answer me = doctor.get("/v1/staff/me").require(200);
        narrator.expect(
                "The zeros before her HPR number mean nothing",
                me.json().path("hprNumber").asLong() == Long.parseLong(AddressRegister.DOCTOR_HPR_NUMBER),
                me.text("/hprNumber"));
        JsonNode colleagues =
                ola.get(CLINIC + "/practitioners").require(200).json().path("practitioners");
        return StreamSupport.stream(colleagues.spliterator(), false)
                .filter(one -> one.path("hprNumber").asLong() == Long.parseLong(AddressRegister.DOCTOR_HPR_NUMBER))
                .map(one -> one.path("practitionerId").asText())
                .findFirst()
                .orElseThrow(() -> new ClaimFailed("Her superuser finds her", colleagues.toString()));
    }

    private void aCalendarIsEdited(Narrator narrator, String practitioner) throws IOException, InterruptedException {
        narrator.chapter("Ola edits her calendar, in his own name");
        String opens = "08:%02d".formatted(Instant.now().getEpochSecond() % 60);
        ola.put(
                        CLINIC + "/practitioners/" + practitioner + "/listing",
                        Map.of(
                                "phone",
                                "912 34 567",
                                "waitingDays",
                                14,
                                "hours",
                                List.of(Map.of("day", "MONDAY", "opens", opens, "closes", "15:30")),
                                "absences",
                                List.of()))
                .require(204);
        Answer seen = doctor.get("/v1/staff/me/listing").require(200);
        narrator.expect(
                "She sees it when she logs in",
                seen.text("/hours/0/opens").startsWith(opens),
                seen.text("/hours/0/opens"));
        int letters = ola.get("/v1/care/objections").status();
        narrator.expect("He is no clinician by it", letters == 403, letters);
    }

    private void aSupplierIsLetIn(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("Fjord lets its supplier's system read for it, and ends that");
        Api fjord = as("fjord-clinic");
        Api vendor = new Api(Service.MAILBOX.url(), "fjord-vendor");
        String supplier = "/v1/organization/suppliers/" + SyntheticOrganization.EHR_VENDOR.number();
        Answer before = vendor.get("/v1/sender/events");
        narrator.expect(
                "A token that names a supplier is worth nothing yet", before.status() == 403, before.text("/code"));
        fjord.put(supplier, Map.of("scopes", List.of("brevdue:letters.read"))).require(204);
        Answer reads =
                Patiently.await(A_MOMENT, () -> vendor.get("/v1/sender/events"), answer -> answer.status() == 200);
        narrator.expect("Let in, it reads", reads.status() == 200, reads.status());
        int writes = vendor.get("/v1/sender/webhooks").status();
        narrator.expect("... and does nothing that was not let", writes == 403, writes);
        fjord.delete(supplier).require(204);
        Instant ended = Instant.now();
        Answer out = Patiently.await(A_MOMENT, () -> vendor.get("/v1/sender/events"), answer -> answer.status() != 200);
        narrator.expect(
                "It is over when Fjord says so",
                out.status() == 403,
                "after " + Duration.between(ended, Instant.now()).toMillis() + " ms");
    }

    private void aDoctorIsSuspended(Narrator narrator, String practitioner) throws IOException, InterruptedException {
        narrator.chapter("Ola suspends her, and lets her work again");
        stand(practitioner, "SUSPENDED");
        Answer refused = doctor.get("/v1/care/objections");
        narrator.expect("At once she may do nothing there", refused.status() == 403, refused.text("/code"));
        stand(practitioner, "ACTIVE");
        int again = doctor.get("/v1/care/objections").status();
        narrator.expect("... and then again", again == 200, again);
    }

    private void somebodySaysSheIsADoctor(Narrator narrator, AccessLogLines log)
            throws IOException, InterruptedException {
        narrator.chapter("Anne says that she is that doctor");
        PublishedLetter unused = clinic.publish(Letter.to(SyntheticPeople.ANNE, "Timebestilling", "Ring oss."));
        Answer claimed = anne.post(
                        "/v1/me/practitioners",
                        Map.of(
                                "organizationNumber",
                                SyntheticOrganization.SOLVANG.number(),
                                "hprNumber",
                                AddressRegister.DOCTOR_HPR_NUMBER,
                                "herId",
                                AddressRegister.DOCTOR_HER_ID,
                                "birthDate",
                                SyntheticPeople.ANNE.birthDate().toString()))
                .require(201);
        narrator.expect(
                "What stands in registers makes her a visitor",
                claimed.text("/level").equals("VISITOR"),
                claimed.text("/level"));
        Answer list = ola.get(CLINIC + "/practitioners").require(200);
        narrator.expect(
                "Ola sees her name", list.text("/awaiting/0/name").contains("Anne"), list.text("/awaiting/0/name"));
        ola.post(
                        CLINIC + "/practitioner-claims/" + list.text("/awaiting/0/claimId") + "/decisions",
                        Map.of("confirmed", false))
                .require(204);
        Answer mine = anne.get("/v1/me/practitioners").require(200);
        narrator.expect("... and rejects her: she is nobody there", mine.json().isEmpty(), mine.json());
        log.expect(
                narrator,
                "Anne's",
                new Patient("anne"),
                "practitioner-claimed administration",
                "practitioner-rejected administration");
    }

    private void stand(String practitioner, String standing) throws IOException, InterruptedException {
        ola.put(CLINIC + "/practitioners/" + practitioner + "/standing", Map.of("standing", standing))
                .require(204);
    }

    private static Map<String, Object> named(SyntheticPerson person) {
        return Map.of("nationalIdentityNumber", person.number());
    }

    private static Api as(String actor) {
        return new Api(Service.IDENTITY.url(), actor);
    }
}
