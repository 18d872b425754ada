package no.brevdue.mailbox.message;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A letter to one person.
 *
 * @param reference the sender's own; unique within the organisation
 * @param recipient who it is for
 * @param copies organisations that get a copy, at most ten
 * @param title the real title; it is content and is shown only once the letter is opened
 * @param body at most 30,000 characters
 * @param format MARKDOWN if the body has headings, lists or emphasis written so; links, images, HTML, code and quotations are refused
 * @param attachments ids of uploaded attachments, at most ten
 * @param parentVisibility whether parents see it if the person is between 12 and 16; hidden unless it says VISIBLE
 * @param notBefore earliest time of publication
 * @param actBy the time of the appointment, or by which the person must have acted; the letter falls back in good time before it
 * @param fallback how you reach the person if nobody reads it in time, which decides how early you hear; TELL_ME if absent; PRINT takes no attachments and no characters that cannot be printed
 * @param important a decision, or a letter as important: reserved people get it on paper even if they read here
 * @param replyAllowed whether you take answers: fetch them at /v1/organization/replies; false if absent
 * @param provenance where the content comes from; shown to whoever reads it
 */
@Schema(name = "SendMessage", examples = """
                {
                  "reference": "EPJ-2026-004711",
                  "recipient": {"nationalIdentityNumber": "20914695016", "birthDate": "1946-11-20", "expectedName": "Kari Nordmann"},
                  "copies": [{"organization": "100200406"}],
                  "purpose": "TREATMENT",
                  "language": "nb",
                  "provenance": "CLINICIAN",
                  "title": "Innkalling til kontroll",
                  "body": "Du har time mandag 14. desember klokken 10. Ring oss om den ikke passer.",
                  "actBy": "2026-12-14T09:00:00Z",
                  "fallback": "TELL_ME"
                }
                """)
public record SendMessageRequest(
        @NotBlank @Size(max = 100) String reference,
        @NotNull @Valid RecipientRequest recipient,
        @Size(max = 10) List<@NotNull @Valid CopyRequest> copies,
        @NotNull Purpose purpose,
        @NotNull @Pattern(regexp = "nb|nn|en|se") String language,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 30_000) String body,
        @Nullable LetterFormat format,
        @Size(max = 10) List<@NotNull UUID> attachments,
        Boolean confirmationRequired,
        ParentVisibility parentVisibility,
        @Nullable Instant notBefore,
        @Nullable Instant actBy,
        FallbackPolicy fallback,
        Boolean important,
        Boolean replyAllowed,
        @Nullable Provenance provenance) {

    /** Absent lists are empty ones; confirmation is asked for, and parents see, only where the sender says so. */
    public SendMessageRequest {
        copies = copies == null ? List.of() : List.copyOf(copies);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        // Saying what holds anyway makes no other request.
        format = format == LetterFormat.PLAIN ? null : format;
        confirmationRequired = confirmationRequired != null && confirmationRequired;
        fallback = fallback == null ? FallbackPolicy.TELL_ME : fallback;
        important = important != null && important;
        replyAllowed = replyAllowed != null && replyAllowed;
        parentVisibility = parentVisibility == null ? ParentVisibility.HIDDEN : parentVisibility;
    }

    /**
     * The person.
     *
     * @param nationalIdentityNumber eleven digits: birth number, D-number or common aid number
     * @param birthDate what the sender believes; a mismatch with the register returns the letter before anybody reads it
     * @param expectedName the same of the name, with a given name and the family name, in any order; initials, missing middle names, one name that the register does not have and other spellings of ae, oe and aa do not matter; the letter waits for the answer, 15 minutes at most
     */
    @Schema(name = "Recipient")
    public record RecipientRequest(
            @NotBlank @Size(max = 20) String nationalIdentityNumber,
            @Nullable LocalDate birthDate,
            // The message repeats nothing of it.
            @Nullable
            @Size(max = 100)
            @Pattern(
                    regexp = " *\\p{L}[\\p{L}\\p{M} .,'’`´-]*",
                    message = "must have letters, spaces, hyphens, apostrophes, dots and commas only, in one line")
            String expectedName) {

        /** Never the number, never the name. */
        @Override
        public String toString() {
            return "RecipientRequest[***]";
        }
    }

    /**
     * Who gets a copy.
     *
     * @param organization organisation number, nine digits
     */
    @Schema(name = "Copy")
    public record CopyRequest(@NotBlank @Size(max = 20) String organization) {}

    /** Never the content. */
    @Override
    public String toString() {
        return "SendMessageRequest[reference=" + reference + "]";
    }
}
