package no.brevdue.kubernetes;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds fields that a type does not have. The typed models read such a field without complaint and keep it as an
 * "additional property"; the API server would refuse it, or drop it in silence.
 */
final class UnknownFields {

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    static List<String> in(Manifests manifests) {
        UnknownFields walk = new UnknownFields();
        manifests.objects().forEach(object -> walk.visit(object.getKind(), object));
        return walk.found;
    }

    private void visit(String path, @Nullable Object value) {
        if (value instanceof Iterable<?> items) {
            items.forEach(item -> visit(path + "[]", item));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> visit(path + "." + key, item));
        } else if (value != null && isModel(value.getClass())) {
            for (Method getter : value.getClass().getMethods()) {
                visitProperty(path, value, getter);
            }
        }
    }

    private void visitProperty(String path, Object model, Method getter) {
        String name = getter.getName();
        // A default method computes something of an interface, it reads no field.
        boolean readsField = name.startsWith("get") && getter.getParameterCount() == 0 && !getter.isDefault();
        if (!readsField || Modifier.isStatic(getter.getModifiers())) {
            return;
        }
        if (name.equals("getAdditionalProperties")) {
            if (call(getter, model) instanceof Map<?, ?> unknown) {
                unknown.keySet().forEach(field -> found.add(path + "." + field));
            }
        } else {
            visit(path + "." + Character.toLowerCase(name.charAt(3)) + name.substring(4), call(getter, model));
        }
    }

    private static boolean isModel(Class<?> type) {
        return !type.isEnum()
                && (type.getName().startsWith("io.fabric8.") || type.getName().startsWith("io.strimzi."));
    }

    private static @Nullable Object call(Method getter, Object model) {
        try {
            return getter.invoke(model);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError("Cannot read " + getter, e);
        }
    }
}
