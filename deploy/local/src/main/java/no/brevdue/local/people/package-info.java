/**
 * The synthetic people and organisations of a local stack. They feed the registers and the login; our services learn of
 * them as they would of anybody, so nothing here is inserted into a service.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.local.people;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
