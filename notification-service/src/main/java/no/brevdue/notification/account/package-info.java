/**
 * Telling people about what they have here: the code that proves an address; to the old address, that something was changed; that
 * others will read; that a document they rely on is going to change. What is said and where it goes is asked for just in time; here
 * the id of a notice is kept, and in the last case whom it is for.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
