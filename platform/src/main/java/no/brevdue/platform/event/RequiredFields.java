package no.brevdue.platform.event;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** JSON can leave a field out; a record that is read from it must not pretend that the field was there. */
final class RequiredFields {

    /** Looked up once for each record class: reflection is dear where thousands of facts a second are read. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private RequiredFields() {}

    /** Refuses a record, or a record or list of records within it, that lacks a component not marked {@link Nullable}. */
    static void check(Object fact) {
        for (Field field : FIELDS.get(fact.getClass())) {
            Object value = field.of(fact);
            if (value == null && field.required()) {
                throw new MalformedEventException(fact.getClass().getSimpleName() + " without " + field.name());
            }
            switch (value) {
                case Record nested -> check(nested);
                case Collection<?> many ->
                    many.stream().filter(Record.class::isInstance).forEach(RequiredFields::check);
                case null, default -> {}
            }
        }
    }

    private record Field(String name, Method accessor, boolean required) {

        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    component.getAccessor(),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Object fact) {
            try {
                return accessor.invoke(fact);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
