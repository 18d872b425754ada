package no.brevdue.mailbox.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * A stretch of what has become of an organisation's copies.
 *
 * @param next what to send as after next time, also when nothing new was there; keep it, and do not read anything into it
 */
@Schema(name = "CopyEventPage", examples = """
                {
                  "events": [
                    {
                      "position": 7,
                      "type": "copy-arrived",
                      "letterId": "019adf2c-3e60-7b5d-9c1e-2f8a9a4d1c12",
                      "sender": "100100673",
                      "at": "2026-12-02T17:04:11Z"
                    }
                  ],
                  "next": "YwX3al8AAAAAAAAABw"
                }
                """)
public record CopyEventPage(List<CopyEvent> events, String next) {}
