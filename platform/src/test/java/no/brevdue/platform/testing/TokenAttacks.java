package no.brevdue.platform.testing;

import com.nimbusds.jwt.PlainJWT;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everybody who must be turned away. */
final class TokenAttacks {

    private static final String ORGANIZATION = "974760673";
    private static final String STRANGER = "991825827";
    private static final String NOTHING = "brevdue:nothing";
    private static final long LONG_AGO = 946_684_800L;

    private final Set<String> scopes = new TreeSet<>(Set.of(NOTHING));

    /** Signing is slow, and most operations have their callers in common with others. */
    private final Map<List<Callers>, List<Intruder>> known = new HashMap<>();

    private record Intruder(String name, @Nullable String authorization, int status, String code) {

        Attack on(Call rightful) {
            return new Attack(name, rightful.by(authorization), status, code);
        }
    }

    /** By callers that any of the operations admits, and by some that none does. */
    TokenAttacks(Collection<Operation> operations) {
        operations.forEach(operation -> operation.callers().forEach(callers -> scopes.add(callers.scope())));
        scopes.remove("");
    }

    Stream<Attack> on(Operation operation) {
        if (operation.isPublic()) {
            return Stream.empty();
        }
        Call rightful = Call.rightful(operation);
        return known.computeIfAbsent(operation.callers(), this::intruders).stream()
                .map(intruder -> intruder.on(rightful));
    }

    /** Admitted by this declaration, with nothing to spare. */
    static Tokens admitted(Callers callers) {
        Tokens token = token(callers.issuer(), callers.scope());
        return callers.issuer() == Issuer.ID_PORTEN
                ? token.with("acr", callers.level().acr())
                : token;
    }

    static String bearer(Tokens token) {
        return "Bearer " + token.sign();
    }

    private static Tokens token(Issuer issuer, String scope) {
        Tokens token = switch (issuer) {
            case ID_PORTEN -> Tokens.citizen(Attack.IDENTITY_NUMBER);
            case MASKINPORTEN -> Tokens.clientSystem(ORGANIZATION, scope);
            case HELSE_ID -> Tokens.healthWorker("565501872", ORGANIZATION);
            case OPERATIONS -> Tokens.operator("olga");
            case NONE -> throw new IllegalArgumentException("A public address needs no token");
        };
        return token.with("scope", scope);
    }

    private List<Intruder> intruders(List<Callers> declared) {
        List<Intruder> all = new ArrayList<>();
        all.add(new Intruder("no token", null, 401, "BD-1030"));
        all.add(refused("no JWT", "Bearer token"));
        for (Callers callers : declared) {
            all.addAll(forgeries(callers.issuer(), admitted(callers)));
            if (callers.issuer() == Issuer.ID_PORTEN || callers.issuer() == Issuer.HELSE_ID) {
                all.add(new Intruder("too low a level", bearer(belowLevel(callers)), 403, "BD-1033"));
            }
            if (callers.issuer() == Issuer.MASKINPORTEN) {
                Tokens through = admitted(callers).with("supplier", Tokens.iso6523(STRANGER));
                all.add(new Intruder("a supplier nobody has registered", bearer(through), 403, "BD-1032"));
            }
        }
        for (String scope : scopes) {
            Stream.of(Issuer.ID_PORTEN, Issuer.MASKINPORTEN, Issuer.HELSE_ID, Issuer.OPERATIONS)
                    .filter(issuer -> isHalfRight(issuer, scope, declared))
                    .map(issuer ->
                            new Intruder(issuer + " with " + scope, bearer(token(issuer, scope)), 403, "BD-1032"))
                    .forEach(all::add);
        }
        return all;
    }

    /** From an issuer that is admitted with another scope, or with a scope that another issuer is admitted with; or nobody's. */
    private static boolean isHalfRight(Issuer issuer, String scope, List<Callers> declared) {
        boolean rightIssuer = declared.stream().anyMatch(callers -> callers.issuer() == issuer);
        boolean rightScope =
                declared.stream().anyMatch(callers -> callers.scope().equals(scope));
        boolean right = declared.stream()
                .anyMatch(
                        callers -> callers.issuer() == issuer && callers.scope().equals(scope));
        return !right && (rightIssuer || rightScope || scope.equals(NOTHING));
    }

    private static List<Intruder> forgeries(Issuer issuer, Tokens good) {
        Issuer other = issuer == Issuer.OPERATIONS ? Issuer.MASKINPORTEN : Issuer.OPERATIONS;
        return List.of(
                refused("an expired token", bearer(good.with("exp", LONG_AGO))),
                refused("a token of an unknown issuer", bearer(good.with("iss", "https://issuer.example"))),
                refused("a token that another issuer signed", bearer(good.signedBy(other))),
                refused("a token for another audience", bearer(good.with("aud", "https://other.example"))),
                refused("a token for no audience", bearer(good.without("aud"))),
                refused("a tampered signature", tampered(bearer(good))),
                refused("alg=none", "Bearer " + new PlainJWT(good.claims()).serialize()));
    }

    private static Intruder refused(String name, String authorization) {
        return new Intruder(name, authorization, 401, "BD-1031");
    }

    private static String tampered(String bearer) {
        int signature = bearer.lastIndexOf('.') + 1;
        char first = bearer.charAt(signature);
        return bearer.substring(0, signature) + (first == 'A' ? 'B' : 'A') + bearer.substring(signature + 1);
    }

    private static Tokens belowLevel(Callers callers) {
        boolean high = callers.level() == Level.HIGH;
        return callers.issuer() == Issuer.ID_PORTEN
                ? admitted(callers).with("acr", high ? Level.SUBSTANTIAL.acr() : "idporten-loa-low")
                : admitted(callers).with("helseid://claims/identity/security_level", high ? "3" : "2");
    }
}
