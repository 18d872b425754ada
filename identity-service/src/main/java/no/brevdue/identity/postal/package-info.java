/** Where something can be posted to a person now. Asked of the population register each time and never stored. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.postal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
