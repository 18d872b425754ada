/**
 * The life of a notification, from the published letter to the hand-over or the failure. The order is stored and told before
 * anything leaves; the outcome after.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.dispatch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
