/**
 * Tells an organisation's own address what its feed says, ids and codes only, signed by Standard Webhooks 1.0.0. The feed's
 * position is the only memory: whoever is not reached is told later, in order, and whoever is given up can follow the feed.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.webhook;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
