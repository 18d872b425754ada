package no.brevdue.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.job.Job;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Handle;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Who does what: a resource translates, a use case decides and transacts, a repository queries. */
final class LayerRules {

    static final ArchRule RESOURCES_CALL_SERVICES = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Handle.class)
            .because("a resource translates HTTP; what is read and in which transaction is its service's to decide");

    static final ArchRule JOBS_HAVE_NO_SQL = noClasses()
            .that()
            .resideOutsideOfPackage("no.brevdue.platform..")
            .and()
            .areAssignableTo(Job.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Handle.class)
            .because("a job says when; the SQL belongs to the repository of its feature");

    static final ArchRule REPOSITORIES_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate()
            .because("a table belongs to one feature; others ask its service");

    static final ArchRule ONLY_USE_CASES_OPEN_TRANSACTIONS = noClasses()
            .that()
            .resideOutsideOfPackage("no.brevdue.platform..")
            .and()
            .haveSimpleNameNotEndingWith("Service")
            .and(DescribedPredicate.not(assignableTo(Job.class).or(assignableTo(Projection.class))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Database.class)
            .because("a transaction is a use case: a service, a projection or a job; everybody else is handed one");

    static final ArchRule NOBODY_TALKS_PAST_THE_OUTBOX = noClasses()
            .that()
            .resideOutsideOfPackages("no.brevdue.platform.outbox..", "no.brevdue.platform.event..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Producer.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Consumer.class)
            .because("a fact sent outside the transaction may be false or lost; use Outbox and Projection");

    static final ArchRule ADDRESSES_DECLARE_CALLERS = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(Conditions.declareCallers())
            .because(
                    "CallerFilter admits nobody who is not declared; use @Callers(issuer = Issuer.NONE) for the public");

    static final ArchRule NOBODY_IS_MERELY_AUTHENTICATED = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Authenticated.class, RolesAllowed.class, PermitAll.class)
            .because("that says somebody is there, not who may call; declare @Callers");

    private LayerRules() {}
}
