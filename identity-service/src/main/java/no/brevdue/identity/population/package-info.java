/** What the population register (Folkeregisteret) says of people. It is asked about one person at a time, and answers with all that Brevdue needs to know of them; what it says twice in different words counts as not said. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.population;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
