/**
 * A practitioner's calendar and directory fields: hours, absences, waiting time, direct phone. The practitioner edits their own, the
 * organisation's superusers everybody's there, each in their own name. Whom it is shown to beyond that is the directory's matter.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.listing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
