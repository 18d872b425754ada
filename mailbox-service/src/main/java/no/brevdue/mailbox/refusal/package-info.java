/**
 * Letters that somebody asked for and that are another's. The caller is told that there is no such letter; the person whose
 * letter it is can see in the access log that somebody tried.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.refusal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
