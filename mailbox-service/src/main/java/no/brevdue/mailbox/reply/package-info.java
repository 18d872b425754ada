/**
 * What people answer to letters whose senders take answers, with an agreement of its own. A reply is accepted, fetched and
 * acknowledged; it is never said to be sent. What the clinic leaves lying is told to it again, and shown to whoever wrote it.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.reply;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
