/**
 * What becomes of a recipient's copy: sealed, marked as withdrawn, deleted by the person, its keys destroyed. Other holders'
 * copies stay as they are.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.copy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
