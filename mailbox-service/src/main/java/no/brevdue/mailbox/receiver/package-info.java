/**
 * What the systems of an organisation are told of the copies it gets, and when: nothing while the person denies it access, and
 * nothing while that is not known. What waits is looked at again, and is told late rather than lost.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.receiver;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
