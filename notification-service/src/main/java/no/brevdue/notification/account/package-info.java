/**
 * Telling people about their own contact points: the code that proves an address, and to the old address that something was
 * changed. What is said and where it goes is asked for just in time; here only the id of a notice is kept.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
