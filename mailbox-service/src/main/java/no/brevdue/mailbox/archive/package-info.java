/**
 * Letters that a person files for good: out of the inbox, with an agreement of its own. Filing changes where a letter stands and
 * nothing of who may read it or when it is deleted; without the agreement nothing more is filed and what is there stays readable.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.archive;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
