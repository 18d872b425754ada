/**
 * Letters from acceptance to proof. The mailbox stores what clinics send, encrypted, decides when and to whom it is released,
 * keeps the evidence of every step, and drives each delivery until it has ended in proof. It never says that a letter was
 * sent or delivered: it says what has been proven.
 */
@NullMarked
package no.brevdue.mailbox;

import org.jspecify.annotations.NullMarked;
