/**
 * The access log: a person reads who has seen or changed their data, under whichever alias it was written down, and that
 * they did is recorded as well.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.audit.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
