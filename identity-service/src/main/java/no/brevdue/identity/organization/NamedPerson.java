package no.brevdue.identity.organization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody who is given a role. */
@Schema(name = "NamedPerson")
record NamedPerson(@NotBlank @Size(max = 20) String nationalIdentityNumber) {

    /** Never the number. */
    @Override
    public String toString() {
        return "NamedPerson[***]";
    }
}
