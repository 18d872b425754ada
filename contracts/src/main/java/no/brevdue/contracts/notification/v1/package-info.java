/** What became of each attempt to tell a person about a letter. No address, no number, no text. Topic {@code notification.events.v1}, key deliveryId. */
@NullMarked
package no.brevdue.contracts.notification.v1;

import org.jspecify.annotations.NullMarked;
