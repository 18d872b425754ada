/**
 * Small servers that speak the protocols of the world around the services: logins, registers, virus scanner, mail.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.local.standin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
