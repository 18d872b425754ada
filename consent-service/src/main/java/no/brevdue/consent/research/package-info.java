/**
 * Whether researchers may contact a person to ask whether they want to take part. It is no consent to take part in anything,
 * and who has said nothing may be asked.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.research;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
