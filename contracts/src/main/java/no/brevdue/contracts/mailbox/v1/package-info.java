/** Where each delivery is and what has been proven about it. No content, no title, no name. Topic {@code mailbox.events.v1}, key threadId. */
@NullMarked
package no.brevdue.contracts.mailbox.v1;

import org.jspecify.annotations.NullMarked;
