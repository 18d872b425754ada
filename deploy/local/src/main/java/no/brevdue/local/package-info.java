/** The commands behind {@code ./brevdue}: a whole Brevdue on one machine, with nothing installed but a JDK. */
@NullMarked
@CheckReturnValue
package no.brevdue.local;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
