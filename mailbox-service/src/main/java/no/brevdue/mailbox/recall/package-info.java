/** Taking letters back: by their sender, or because their reader says that they are somebody else's. Whoever must tell the authority gets the facts. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.recall;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
