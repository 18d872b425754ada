/** What happens to people: the population register's event feed says to whom something happened, and the register is then asked what holds now. An event is never believed for what it says, may come twice, and is never missed in silence. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.life;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
