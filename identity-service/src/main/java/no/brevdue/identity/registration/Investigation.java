package no.brevdue.identity.registration;

import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.identity.BrokenSealException;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.NumberOpener;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the sealed numbers of a few requests and asks the population register about all of them at once. */
@ApplicationScoped
class Investigation {

    private static final Logger LOGGER = Logger.getLogger(Investigation.class);

    private final NumberOpener opener;
    private final PopulationRegisterClient register;

    Investigation(NumberOpener opener, PopulationRegisterClient register) {
        this.opener = opener;
        this.register = register;
    }

    Map<Registration, Finding> of(List<Registration> requests) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Finding>> findings = new ArrayList<>();
            for (Registration request : requests) {
                Callable<Finding> question = () -> finding(request);
                findings.add(threads.submit(question));
            }
            Map<Registration, Finding> found = new LinkedHashMap<>();
            for (int i = 0; i < requests.size(); i++) {
                found.put(requests.get(i), result(findings.get(i)));
            }
            return found;
        }
    }

    private Finding finding(Registration request) {
        NationalIdentityNumber number;
        try {
            number = opener.open(request.sealed(), request.requestId(), request.alias());
        } catch (BrokenSealException broken) {
            return new Finding.Nobody(broken.reason());
        }
        try {
            return register.find(number)
                    .<Finding>map(facts -> new Finding.Known(number, facts))
                    .orElseGet(() -> new Finding.Nobody(RefusalReason.NO_SUCH_PERSON));
        } catch (RegisterUnavailableException away) {
            LOGGER.warnf(away, "A registration waits for the population register: alias=%s", request.alias());
            return new Finding.Away();
        }
    }

    private static Finding result(Future<Finding> finding) {
        try {
            return finding.get();
        } catch (ExecutionException fault) {
            LOGGER.errorf(fault, "A registration could not be investigated and is tried again");
            return new Finding.Away();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Finding.Away();
        }
    }
}
