package no.brevdue.mailbox.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * A stretch of a feed.
 *
 * @param next what to send as after next time, also when nothing new was there; keep it, and do not read anything into it
 */
@Schema(name = "FeedPage")
public record FeedPage(List<FeedEntry> events, String next) {}
