/**
 * How people and organisations are recognised. A national identity number is read, checked and at once turned into an
 * alias, which is all that is stored and published; only identity-service, which alone can open a sealed number, keeps
 * the number itself. Aliases of one person are joined by links, so a new number or a new alias key changes links and
 * nothing else.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
