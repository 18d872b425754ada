package no.brevdue.local.demo;

import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPerson;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A letter as a clinic system writes it. */
public record Letter(
        String reference,
        SyntheticPerson patient,
        List<SyntheticOrganization> copies,
        String title,
        String body,
        List<Attachment> attachments) {

    public record Attachment(String fileName, byte[] content) {

        Map<String, Object> announcement() {
            return Map.of(
                    "fileName", fileName, "contentType", "application/pdf", "size", content.length, "sha256", sha256());
        }

        private String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static Letter to(SyntheticPerson patient, String title, String body) {
        return new Letter(
                "SOL-" + UUID.randomUUID().toString().substring(0, 8), patient, List.of(), title, body, List.of());
    }

    Letter withCopyTo(SyntheticOrganization organization) {
        return new Letter(reference, patient, List.of(organization), title, body, attachments);
    }

    Letter withPdf(String fileName, String text) {
        return new Letter(
                reference, patient, copies, title, body, List.of(new Attachment(fileName, TinyPdf.saying(text))));
    }

    Letter withPdf(String fileName, byte[] content) {
        return new Letter(reference, patient, copies, title, body, List.of(new Attachment(fileName, content)));
    }

    Letter saying(String other) {
        return new Letter(reference, patient, copies, title, other, attachments);
    }

    /** What travels; attachments travel ahead and are named by the ids they were given. */
    Map<String, Object> request(List<String> attachmentIds) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("reference", reference);
        request.put(
                "recipient",
                Map.of(
                        "nationalIdentityNumber", patient.number(),
                        "birthDate", patient.birthDate().toString()));
        request.put(
                "copies",
                copies.stream()
                        .map(copy -> Map.of("organization", copy.number()))
                        .toList());
        request.put("title", title);
        request.put("body", body);
        request.put("language", "nb");
        request.put("purpose", "TREATMENT");
        request.put("attachments", attachmentIds);
        return request;
    }

    boolean contains(String text) {
        return text.contains(title) || text.contains(body) || text.contains(patient.number());
    }

    @Override
    public String toString() {
        return "Letter[" + reference + "]";
    }
}
