/**
 * What a person is told: fixed texts in the languages of the contact register. Nothing is ever inserted into them, so that
 * nothing can leak through them.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.notice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
