/** Notices that a clinic which always sends at this hour sent nothing: its own system cannot tell us that it is broken. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.silence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
