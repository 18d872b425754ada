/**
 * Watches for the letters that mailbox-service sends to prove that letters arrive. A canary has arrived when its copy can be
 * fetched, or the mail server has the notification about it, or its test job has come out at the printing house; a route by which
 * none arrives for too long is reported.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.notification.canary;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
