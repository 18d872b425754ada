/**
 * What a person is told: fixed texts in the languages of the contact register. Nothing is inserted into them, so that nothing can
 * leak through them; the one exception is the code that proves an address.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.notice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
