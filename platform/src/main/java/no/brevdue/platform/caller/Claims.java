package no.brevdue.platform.caller;

import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.ProblemException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import static no.brevdue.platform.problem.PlatformProblem.CALLER_NOT_ALLOWED;

/** Reads claims; one that is absent, empty or not of the expected type counts as absent. */
final class Claims {

    private Claims() {}

    static @Nullable String text(JsonWebToken token, String name) {
        Object claim = token.getClaim(name);
        String text = claim instanceof JsonString string ? string.getString() : claim instanceof String s ? s : "";
        return text.isBlank() ? null : text;
    }

    /** One string separated by spaces, as RFC 9068 has it, or a list, as HelseID sends it. */
    static Set<String> scopes(JsonWebToken token) {
        Object claim = token.getClaim("scope");
        if (claim instanceof JsonArray list) {
            return list.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toUnmodifiableSet());
        }
        String text = text(token, "scope");
        return text == null ? Set.of() : Set.of(text.strip().split(" +"));
    }

    /** {@code {"authority": "iso6523-actorid-upis", "ID": "0192:…"}}; null if absent, refused if it is anything else. */
    static @Nullable OrganizationNumber organization(JsonWebToken token, String name) {
        Object claim = token.getClaim(name);
        if (claim == null) {
            return null;
        }
        if (claim instanceof JsonObject object
                && object.getString("authority", "").equals("iso6523-actorid-upis")) {
            return organization(object.getString("ID", ""), OrganizationNumber::fromIso6523);
        }
        throw CALLER_NOT_ALLOWED.because("The token's organisation is not of ISO 6523.");
    }

    static OrganizationNumber organization(String text, Function<String, OrganizationNumber> reading) {
        try {
            return reading.apply(text);
        } catch (ProblemException refused) {
            throw CALLER_NOT_ALLOWED.because("The token's organisation number is not valid.");
        }
    }
}
