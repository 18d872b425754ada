package no.brevdue.identity.contact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.stepup.StepUpService;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** How the person who is logged in wants to be reached. Bodies say that they are JSON: plain text would pass for a single string. */
@Path("/v1/me/contact-points")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class MyContactPointsResource {

    private final MyContactPointsService points;
    private final CurrentCaller caller;

    MyContactPointsResource(MyContactPointsService points, CurrentCaller caller) {
        this.points = points;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Own contact points, and the contact register's",
            description = "Masked. An own e-mail address goes before the register's once it is verified.")
    public MyContactPoints view() {
        return points.view(caller.citizen());
    }

    @PUT
    @Path("email")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            summary = "Use another e-mail address",
            description =
                    "Needs a step-up for CHANGE_EMAIL. A code goes to the address; until it is handed in, everything"
                            + " stays as it is.")
    @APIResponse(responseCode = "202", description = "A code is on its way")
    @APIResponse(responseCode = "400", description = "No e-mail address: BD-1120")
    @APIResponse(responseCode = "403", description = "No step-up: BD-1130")
    @APIResponse(responseCode = "429", description = "Too many codes: BD-1124")
    public MyContactPoints email(
            @RestHeader(StepUpService.HEADER) @Nullable String stepUp, @NotNull @Valid NewEmail email) {
        points.requestEmail(caller.citizen(), OwnEmail.of(email.address()), given(stepUp));
        return view();
    }

    @POST
    @Path("email/codes")
    @ResponseStatus(202)
    @Operation(summary = "Send another code to the address that awaits one")
    @APIResponse(responseCode = "202", description = "A code is on its way, and the one before is worth nothing")
    @APIResponse(responseCode = "409", description = "No address awaits a code: BD-1125")
    @APIResponse(responseCode = "429", description = "Too many codes: BD-1124")
    public MyContactPoints anotherCode() {
        points.sendAnotherCode(caller.citizen());
        return view();
    }

    @POST
    @Path("email/verifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hand in the code",
            description = "The address is in use from now on, and the one before it is told so.")
    @APIResponse(responseCode = "200", description = "Verified and in use")
    @APIResponse(responseCode = "400", description = "Not the code that was sent: BD-1126")
    @APIResponse(responseCode = "409", description = "No code is awaited: BD-1125")
    public MyContactPoints verify(@NotNull @Valid SentCode code) {
        points.verifyEmail(caller.citizen(), code.code());
        return view();
    }

    @DELETE
    @Path("email")
    @Operation(
            summary = "Use the register's e-mail address again",
            description = "Needs a step-up for CHANGE_EMAIL. The own address is told.")
    @APIResponse(responseCode = "204", description = "Removed, or was not there")
    @APIResponse(responseCode = "403", description = "No step-up: BD-1130")
    public void removeEmail(@RestHeader(StepUpService.HEADER) @Nullable String stepUp) {
        points.remove(caller.citizen(), Medium.EMAIL, given(stepUp));
    }

    @PUT
    @Path("mobile")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Name a mobile number of one's own",
            description = "Needs a step-up for CHANGE_MOBILE. Brevdue sends no text messages yet, so the number is kept"
                    + " unverified and is not used. The e-mail address in use is told of the change.")
    @APIResponse(responseCode = "200", description = "Kept, unverified")
    @APIResponse(responseCode = "400", description = "No mobile number: BD-1121")
    @APIResponse(responseCode = "403", description = "No step-up: BD-1130")
    public MyContactPoints mobile(
            @RestHeader(StepUpService.HEADER) @Nullable String stepUp, @NotNull @Valid NewMobile mobile) {
        points.setMobile(caller.citizen(), MobileNumber.of(mobile.number()), given(stepUp));
        return view();
    }

    @DELETE
    @Path("mobile")
    @Operation(summary = "Forget the own mobile number", description = "Needs a step-up for CHANGE_MOBILE.")
    @APIResponse(responseCode = "204", description = "Removed, or was not there")
    @APIResponse(responseCode = "403", description = "No step-up: BD-1130")
    public void removeMobile(@RestHeader(StepUpService.HEADER) @Nullable String stepUp) {
        points.remove(caller.citizen(), Medium.MOBILE, given(stepUp));
    }

    @PUT
    @Path("language")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose the language of notices", description = "Goes before the register's.")
    public MyContactPoints language(@NotNull @Valid NewLanguage language) {
        points.choose(caller.citizen(), language.language());
        return view();
    }

    private static String given(@Nullable String stepUp) {
        return stepUp == null ? "" : stepUp;
    }

    /** An address that somebody wants to use. */
    @Schema(name = "NewEmail", examples = "{\"address\": \"kari@example.no\"}")
    record NewEmail(@NotNull @Size(max = 254) String address) {

        @Override
        public String toString() {
            return "NewEmail[***]";
        }
    }

    /** A number that somebody wants to use; without a country code it is Norwegian. */
    @Schema(name = "NewMobile", examples = "{\"number\": \"+4791234567\"}")
    record NewMobile(@NotNull @Size(max = 30) String number) {

        @Override
        public String toString() {
            return "NewMobile[***]";
        }
    }

    /** Six digits from the mail. */
    @Schema(name = "SentCode", examples = "{\"code\": \"012345\"}")
    record SentCode(@NotNull @Pattern(regexp = "\\d{6}") String code) {

        @Override
        public String toString() {
            return "SentCode[***]";
        }
    }

    /** One of the four. */
    @Schema(name = "NewLanguage", examples = "{\"language\": \"NN\"}")
    record NewLanguage(@NotNull Language language) {}
}
