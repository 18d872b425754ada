package no.brevdue.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;

import java.util.List;

/**
 * One thing that can be asked of a service.
 *
 * @param path with the names of its parameters in braces
 * @param mediaType of the body it reads; empty if it reads none
 * @param body the schema of that body, with every reference resolved
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        String mediaType,
        JsonNode body,
        List<Callers> callers) {

    /**
     * A value that is not in the body.
     *
     * @param place {@code path}, {@code query} or {@code header}
     */
    record Parameter(String name, String place, String type, String format, boolean required) {

        /** Whether there are values that it cannot have. */
        boolean hasForm() {
            return required || !format.isEmpty();
        }
    }

    boolean isPublic() {
        return callers.stream().anyMatch(caller -> caller.issuer() == Issuer.NONE);
    }

    boolean readsJson() {
        return mediaType.equals("application/json");
    }

    List<Parameter> parametersIn(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.place().equals(place))
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
