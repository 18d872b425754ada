/**
 * How a person can be reached. Asked of identity-service just in time and never stored; when identity-service is away,
 * nobody knows, which is something else than knowing that there is no way.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.contact;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
