/** When somebody must have read a letter, and how they are reached otherwise: computed from what it asks for, working days and the time another way takes. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.deadline;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
