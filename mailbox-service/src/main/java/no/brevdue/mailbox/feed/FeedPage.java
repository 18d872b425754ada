package no.brevdue.mailbox.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * A stretch of a feed.
 *
 * @param next what to send as after next time, also when nothing new was there; keep it, and do not read anything into it
 */
@Schema(name = "FeedPage", examples = """
                {
                  "events": [
                    {
                      "consumer": "100100673",
                      "position": 42,
                      "type": "delivery-opened",
                      "messageId": "019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1",
                      "deliveryId": "019adf2c-3e60-7b5d-9c1e-2f8a9a4d1c11",
                      "reference": "EPJ-2026-004711",
                      "detail": "PERSON",
                      "at": "2026-12-02T17:04:11Z"
                    }
                  ],
                  "next": "bwX3akEAAAAAAAAAKg"
                }
                """)
public record FeedPage(List<FeedEntry> events, String next) {}
