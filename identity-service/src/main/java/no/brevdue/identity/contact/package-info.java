/** How a person may be reached: what the contact and reservation register (KRR) knows, how long it may be used, and who may look it up for which purpose. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.contact;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
