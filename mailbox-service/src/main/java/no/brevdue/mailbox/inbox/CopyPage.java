package no.brevdue.mailbox.inbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A page of copies.
 *
 * @param next cursor of the next page; absent on the last
 */
@Schema(name = "CopyPage")
public record CopyPage(List<CopyView> copies, @Nullable String next) {}
