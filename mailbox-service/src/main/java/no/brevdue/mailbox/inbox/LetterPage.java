package no.brevdue.mailbox.inbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A page of letters.
 *
 * @param next cursor of the next page; absent on the last
 */
@Schema(name = "LetterPage")
public record LetterPage(List<LetterView> letters, @Nullable String next) {}
