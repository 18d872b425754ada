/**
 * Health personnel of the clinic that sent a letter, or of an organisation with a copy, read it: with a purpose, in the person's
 * access log, and never whom the person denies. What they read is their organisation's copy; it proves nothing about the person.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
