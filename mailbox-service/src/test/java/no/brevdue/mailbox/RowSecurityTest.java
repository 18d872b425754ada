package no.brevdue.mailbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

/** The second wall: what the role of requests can reach, whatever the code asks for. */
@QuarkusTest
class RowSecurityTest {

    private static final List<String> TABLES = List.of(
            "message",
            "message_part",
            "message_key",
            "delivery",
            "evidence",
            "feed_entry",
            "copy_state",
            "attachment_download",
            "breach",
            "letter_reader",
            "reply",
            "reply_key",
            "archived_letter",
            "preflight_budget",
            "new_recipient_budget",
            "feed_head",
            "supplier_registration",
            "webhook_endpoint",
            "staged_batch",
            "staged_letter",
            "attachment",
            "attachment_chunk",
            "attachment_key",
            "recipient",
            "terms_acceptance");

    private static final List<String> FORBIDDEN = List.of(
            "update attachment set verdict = 'CLEAN' returning id",
            "insert into attachment (id, organization, file_name, content_type, size, sha256, created_at, uploaded_at,"
                    + " verdict) values (gen_random_uuid(), '100100673', '', 'PDF', 1, '', now(), now(), 'CLEAN')"
                    + " returning id",
            "delete from attachment returning id",
            "update feed_entry set detail = '' returning id",
            "delete from feed_entry returning id",
            "select delivery_id from copy_news",
            "update copy_news set look_at = now() returning look_at",
            "select alias from registration_refusal",
            "select alias from alias_link",
            "select key from parked_key",
            "select representative from representation",
            "update message set completed_at = now() returning id",
            "update evidence set rung = 'OPENED' returning id",
            "delete from message_key returning message_id",
            "update copy_state set destroyed_at = now() returning delivery_id",
            "update breach set aware_at = now() returning id",
            "update letter_reader set at = now() returning reader",
            "update reply set ciphertext = '' returning id",
            "update reply set overdue_at = now() returning id",
            "delete from reply returning id",
            "delete from reply_key returning reply_id",
            "update archived_letter set alias = gen_random_uuid() returning alias",
            "select message_id from name_check",
            "update name_check set outcome = 'MATCHES' returning message_id",
            "insert into name_check (message_id, outcome) select id, 'MATCHES' from message",
            "select alias from consent");

    private final AgroalDataSource requests;
    private final People people;

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber kari;

    RowSecurityTest(AgroalDataSource requests, People people) {
        this.requests = requests;
        this.people = people;
    }

    @BeforeEach
    void aLetterIsPublished() {
        kari = people.registeredAndInAgreement();
        send(letterTo(kari)).statusCode(201);
        await().untilAsserted(() -> person(kari).get("/v1/me/letters").then().body("letters", hasSize(1)));
    }

    @Test
    void whoeverIsNobodyReachesNothing() {
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(query("", "", "select count(*) from " + table))
                        .containsExactly("0"));
    }

    @Test
    void aPersonReachesTheirOwnLetterAlone() {
        String alias = people.alias(kari).toString();

        assertThat(query(alias, "", "select distinct alias from delivery")).containsExactly(alias);
        assertThat(query(alias, "", "select distinct subject from message")).containsExactly(alias);
        assertThat(query(alias, "", "select count(*) from recipient")).containsExactly("1");
        assertThat(query(alias, "", "select distinct alias from terms_acceptance"))
                .containsExactly(alias);
    }

    @Test
    void representativesReachWhatIsOpenToThemOnThatDayAndNoOther() {
        NationalIdentityNumber mother = people.registeredAndInAgreement();
        NationalIdentityNumber child = people.registered(
                People.child(LocalDate.of(2014, 1, 7), People.parent(people.alias(mother), LocalDate.of(2014, 1, 7))));
        send(letterTo(child)).statusCode(201);
        send(with(letterTo(child), "parentVisibility", "VISIBLE")).statusCode(201);
        String alias = people.alias(mother).toString();
        String letters =
                "select parent_visibility from delivery where alias = '" + people.alias(child) + "' order by 1";
        await().untilAsserted(() ->
                assertThat(query(alias, "", "2026-01-06", letters)).containsExactly("HIDDEN", "VISIBLE"));

        assertThat(query(alias, "", "2026-01-07", letters)).containsExactly("VISIBLE");
        assertThat(query(alias, "", "2030-01-06", letters)).containsExactly("VISIBLE");
        assertThat(query(alias, "", "2030-01-07", letters)).isEmpty();
        assertThat(query(alias, "", "", letters)).isEmpty();
        assertThat(query(people.alias(kari).toString(), "", "2026-01-06", letters))
                .isEmpty();
        String childs = people.alias(child).toString();
        assertThat(query(childs, "", "2030-01-06", letters)).isEmpty();
        assertThat(query(childs, "", "2030-01-07", letters)).containsExactly("HIDDEN", "VISIBLE");
    }

    @Test
    void anOrganisationReachesWhatItSentAndNothingOfOthers() {
        assertThat(query("", CLINIC, "select distinct sender from message")).containsExactly(CLINIC);
        assertThat(query("", OTHER_CLINIC, "select distinct sender from message where sender <> '100100681'"))
                .isEmpty();
    }

    @Test
    void whoHasReadALetterIsForItsSenderAlone() {
        String letter = person(kari).get("/v1/me/letters").then().extract().path("letters[0].letterId");
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        String readers = "select reader from letter_reader where delivery_id = '" + letter + "'";

        assertThat(query("", CLINIC, readers))
                .containsExactly(people.alias(kari).toString());
        assertThat(query("", OTHER_CLINIC, readers)).isEmpty();
        assertThat(query(people.alias(kari).toString(), "", readers)).isEmpty();
    }

    @Test
    void nobodyRepliesOrFilesWithoutTheAgreementWhateverTheCodeForgets() {
        String letter = person(kari).get("/v1/me/letters").then().extract().path("letters[0].letterId");
        person(kari).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        String alias = people.alias(kari).toString();

        assertThatThrownBy(() -> query(alias, "", """
                        insert into reply (id, delivery_id, message_id, thread_id, controller, author, role, idempotency_key,
                            ciphertext, version, state, rejected, accepted_at, due_at)
                        select gen_random_uuid(), d.id, d.message_id, d.thread_id, d.sender, '%s', 'PERSON', 'key', '', 1,
                            'ACCEPTED', false, now(), now() from delivery d where d.id = '%s' returning id""".formatted(alias, letter)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> query(alias, "", """
                        insert into archived_letter (delivery_id, alias, archived_at)
                        values ('%s', '%s', now()) returning alias""".formatted(letter, alias)))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aCopyRecipientReachesItsCopyAndNothingOfThePatients() {
        String message = send(with(letterTo(kari), "copies", List.of(Map.of("organization", GP_OFFICE))))
                .statusCode(201)
                .extract()
                .path("messageId");
        await().untilAsserted(() -> assertThat(Mail.status(message).getString("deliveries[1].delivery.state"))
                .isEqualTo("PUBLISHED"));
        String patients = Mail.status(message).getString("deliveries[0].delivery.deliveryId");

        assertThat(query("", GP_OFFICE, "select recipient_kind from delivery where message_id = '" + message + "'"))
                .containsExactly("ORGANIZATION");
        assertThat(query("", GP_OFFICE, "select count(*) from evidence where delivery_id = '" + patients + "'"))
                .containsExactly("0");
        String told = "select distinct stream from feed_entry where message_id = '" + message + "'";
        await().untilAsserted(() -> assertThat(query("", GP_OFFICE, told)).containsExactly("copies:" + GP_OFFICE));
        assertThat(query("", GP_OFFICE, "select stream from feed_head where stream like '%:%'"))
                .containsExactly("copies:" + GP_OFFICE);
        assertThat(query("", CLINIC, told)).containsExactly(CLINIC);
        assertThat(query("", OTHER_CLINIC, told)).isEmpty();
    }

    @Test
    void noRequestTellsAReceiverOfACopy() {
        String alias = people.alias(kari).toString();
        String message = query(alias, "", "select message_id from delivery").getFirst();
        String delivery = query(alias, "", "select id from delivery").getFirst();

        assertThatThrownBy(() -> query("", CLINIC, """
                        insert into feed_entry (stream, type, message_id, delivery_id, sender, at)
                        values ('copies:%s', 'copy-arrived', '%s', '%s', '%s', now()) returning type""".formatted(GP_OFFICE, message, delivery, CLINIC)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> query("", OTHER_CLINIC, """
                        insert into copy_news (delivery_id, subject, step, look_at)
                        values ('%s', '%s', 'ARRIVED', now()) returning 1""".formatted(delivery, alias)))
                .hasMessageContaining("row-level security");
    }

    @Test
    void nobodyAddsToALetterThatSomebodyElseHasSent() {
        String alias = people.alias(kari).toString();
        String letter = query(alias, "", "select message_id from delivery").getFirst();
        String delivery = query(alias, "", "select id from delivery").getFirst();
        String part =
                "insert into message_part (message_id, part, ciphertext) values ('%s', 'TITLE', '') returning part"
                        .formatted(letter);
        String key =
                "insert into message_key (message_id, holder_id, wrapped) values ('%s', gen_random_uuid(), '') returning wrapped"
                        .formatted(letter);
        String proof =
                "insert into evidence (delivery_id, rung, at, source, key) values ('%s', 'OPENED', now(), '', '') returning rung"
                        .formatted(delivery);

        assertThat(List.of(part, key, proof))
                .allSatisfy(sql -> assertThatThrownBy(() -> query("", OTHER_CLINIC, sql))
                        .hasMessageContaining("row-level security"));
        assertThat(List.of(part, key))
                .allSatisfy(sql ->
                        assertThatThrownBy(() -> query(alias, "", sql)).hasMessageContaining("row-level security"));
    }

    @Test
    void aRequestMayNotTouchWhatIsNotForIt() {
        assertThat(FORBIDDEN)
                .allSatisfy(sql ->
                        assertThatThrownBy(() -> query("", CLINIC, sql)).hasMessageContaining("permission denied"));
    }

    @Test
    void noRequestMarksAnAttachmentClean() {
        assertThatThrownBy(() -> query("", CLINIC, "update attachment set scan = 'CLEAN' returning id"))
                .hasMessageContaining("can only be updated to DEFAULT");
    }

    private List<String> query(String citizen, String organization, String sql) {
        return query(citizen, organization, "2026-01-05", sql);
    }

    private List<String> query(String citizen, String organization, String today, String sql) {
        return Jdbi.create(requests).withHandle(handle -> {
            handle.begin();
            try {
                handle.execute(
                        "select set_config('brevdue.citizen', ?, true), set_config('brevdue.organization', ?, true),"
                                + " set_config('brevdue.today', ?, true)",
                        citizen,
                        organization,
                        today);
                return handle.createQuery(sql).mapTo(String.class).list();
            } finally {
                handle.rollback();
            }
        });
    }
}
