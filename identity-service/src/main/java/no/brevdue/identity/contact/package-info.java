/**
 * How a person may be reached: what they say themselves goes before what the contact register says, how long either may be
 * used, and who may look it up for which purpose.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.contact;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
