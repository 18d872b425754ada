/** What operators do to a running service: look into quarantine, try again or give up, and have the current facts told once more. Every act is audited. */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.operations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
