/** A person, their aliases and the facts the other services are told. The national identity number is kept here, encrypted. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.person;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
