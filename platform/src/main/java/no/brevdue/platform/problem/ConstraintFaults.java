package no.brevdue.platform.problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Turns violated constraints of a resource method into the places of the request that are to blame. */
final class ConstraintFaults {

    private ConstraintFaults() {}

    /** Returns null when the fault is ours: what was violated is not part of a request. */
    static @Nullable ProblemException problemOf(ConstraintViolationException fault) {
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<?> violation : fault.getConstraintViolations()) {
            List<Path.Node> path = new ArrayList<>();
            violation.getPropertyPath().forEach(path::add);
            if (path.size() < 2 || path.get(1).getKind() != ElementKind.PARAMETER) {
                return null;
            }
            if (!isBody(violation.getRootBeanClass(), path)) {
                return PlatformProblem.INVALID_PARAMETER.because(String.format(
                        Locale.ROOT, "The parameter %s %s.", path.get(1).getName(), violation.getMessage()));
            }
            violations.add(new Violation(pointer(path.subList(2, path.size())), violation.getMessage()));
        }
        violations.sort(Comparator.comparing(Violation::pointer).thenComparing(Violation::detail));
        return PlatformProblem.INVALID_VALUE.because(
                "A value in the body is missing or outside its limits.", violations);
    }

    /**
     * The body is the one parameter of a resource method that no annotation of JAX-RS or Quarkus REST names. The class
     * may be one that Quarkus generated around ours, so that the superclasses are asked, too.
     */
    private static boolean isBody(Class<?> resource, List<Path.Node> path) {
        Path.MethodNode method = path.get(0).as(Path.MethodNode.class);
        int index = path.get(1).as(Path.ParameterNode.class).getParameterIndex();
        Class<?>[] types = method.getParameterTypes().toArray(Class[]::new);
        return Stream.<Class<?>>iterate(resource, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(candidate -> candidate.getName().equals(method.getName()))
                .filter(candidate -> Arrays.equals(candidate.getParameterTypes(), types))
                .flatMap(candidate -> Arrays.stream(candidate.getParameterAnnotations()[index]))
                .map(annotation -> annotation.annotationType().getName())
                .noneMatch(
                        name -> name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive."));
    }

    private static String pointer(List<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes) {
            // Bean Validation tells the place within a list or map on the node that follows it.
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/')
                        .append(node.getKey().toString().replace("~", "~0").replace("/", "~1"));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
