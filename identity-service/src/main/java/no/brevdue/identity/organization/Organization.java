package no.brevdue.identity.organization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * An organisation as the address register knows it.
 *
 * @param units its services and departments
 */
@Schema(name = "Organization")
record Organization(String organizationNumber, long herId, String name, List<Unit> units) {

    Organization {
        units = List.copyOf(units);
    }

    /** A service or department. */
    @Schema(name = "OrganizationUnit")
    record Unit(long herId, String name) {}
}
