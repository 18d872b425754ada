/** From a sealed number to a known person: a request is stored when it arrives, answered by the population register, and forgotten once it is answered. A register that is away delays it and never loses it. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.registration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
