/** Who belongs to whom, as the population register says it: parents with parental responsibility, children, guardians. Other features read it through {@link no.brevdue.identity.family.Families} and hear of changes through {@link no.brevdue.identity.family.FamilyChanged}; what follows from it, such as who may read whose letters, is not decided here. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.family;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
