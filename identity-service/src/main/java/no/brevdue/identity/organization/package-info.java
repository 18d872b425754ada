/**
 * Organisations that use Brevdue: what the health network's address register says of them, who is responsible, and whom the
 * responsible manager has appointed as superusers. None of these roles opens a letter.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.organization;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
