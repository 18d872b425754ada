/**
 * The contact and reservation register (Kontakt- og reservasjonsregisteret, KRR): asking it, and believing of its answers what
 * can be believed.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.krr;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
