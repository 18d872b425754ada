/** Background work: named loops that start and stop with the service, can be woken, and back off when a round fails. */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.job;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
