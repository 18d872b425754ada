package no.brevdue.platform.testing;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.jspecify.annotations.NullMarked;

import java.util.Arrays;
import java.util.function.Predicate;

/** What ArchUnit has no words for. */
final class Conditions {

    private Conditions() {}

    /** The variants of {@code now} that take a clock are welcome. */
    static ArchCondition<JavaCodeUnit> callNowOf(Class<?>... types) {
        return call(
                "call now() of the system's clock",
                call -> call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && Arrays.stream(types)
                                .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type)));
    }

    static ArchCondition<JavaCodeUnit> call(Class<?> type, String prefix) {
        return call(
                "call " + type.getSimpleName() + "." + prefix + "…",
                call -> call.getTargetOwner().isEquivalentTo(type)
                        && call.getName().startsWith(prefix));
    }

    private static ArchCondition<JavaCodeUnit> call(String description, Predicate<JavaCall<?>> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                unit.getCallsFromSelf().stream()
                        .filter(forbidden)
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    /** On the method or its class, and with a scope unless the address is public. */
    static ArchCondition<JavaMethod> declareCallers() {
        return new ArchCondition<>("declare @Callers, with a scope unless they are public") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Callers[] onMethod = method.reflect().getAnnotationsByType(Callers.class);
                Callers[] declared = onMethod.length > 0
                        ? onMethod
                        : method.getOwner().reflect().getAnnotationsByType(Callers.class);
                boolean fine = declared.length > 0
                        && Arrays.stream(declared)
                                .allMatch(callers -> callers.issuer() == Issuer.NONE
                                        || !callers.scope().isBlank());
                events.add(new SimpleConditionEvent(
                        method,
                        fine,
                        method.getFullName() + (fine ? " declares" : " does not declare") + " its callers"));
            }
        };
    }

    static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getFullName()));
            }
        };
    }
}
