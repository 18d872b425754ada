/**
 * Who may read whose letters now. One pure function decides, from what identity-service has told; the row policies of the
 * database decide it again from the same facts. In doubt nobody reads for another.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
