/**
 * Who is who. Keeps the national identity number of each person, encrypted and nowhere else in the house; turns sealed
 * numbers of unknown recipients into persons by asking the population register; knows how a person may be reached
 * according to themselves and to the contact and reservation register; tells the other services facts, never numbers.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
