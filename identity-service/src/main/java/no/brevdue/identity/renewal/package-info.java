/** Rotating the alias key: everybody is told under the aliases of every key there is before any service uses the new one, so that nobody logs in under an alias that leads to nobody. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.renewal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
