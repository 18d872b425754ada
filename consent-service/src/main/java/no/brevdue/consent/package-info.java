/**
 * Which terms apply, and who has accepted them. Missing terms never hold a letter back; they gate its opening, and
 * mailbox-service learns from the facts published here who may open.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.consent;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
