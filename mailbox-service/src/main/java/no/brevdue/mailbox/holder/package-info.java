/**
 * Whoever keeps a copy of a letter: the person, the sending organisation, a receiving one. Each has keys of its own, so that
 * one copy can be destroyed without touching another.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.holder;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
