/**
 * Whose systems act for an organisation: the organisation itself says which suppliers may, and with which scopes. A token that names
 * a supplier is worth what stands here and nothing more, in every service.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.supplier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
