/**
 * The agreement under which the platform processes data for a controller: kept version by version, and readable by that
 * controller behind its own login.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent.agreement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
