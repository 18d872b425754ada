/**
 * Business time that a developer can move. This jar is on a service's class path only in builds with the Maven profile
 * {@code development}; a production build does not contain it, so there is nothing to switch off.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.development;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
