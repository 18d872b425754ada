package no.brevdue.identity.registration;

import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.identity.population.PopulationAnswer;
import no.brevdue.identity.population.PopulationRegisterClient;
import no.brevdue.platform.identity.BrokenSealException;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.NumberOpener;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the sealed numbers of a few requests and asks the population register about all of them at once. */
@ApplicationScoped
class Investigation {

    private final NumberOpener opener;
    private final PopulationRegisterClient register;

    Investigation(NumberOpener opener, PopulationRegisterClient register) {
        this.opener = opener;
        this.register = register;
    }

    Map<Registration, Finding> of(List<Registration> requests) {
        Map<Registration, Finding> found = new LinkedHashMap<>();
        Map<Registration, NationalIdentityNumber> opened = new LinkedHashMap<>();
        for (Registration request : requests) {
            try {
                opened.put(request, opener.open(request.sealed(), request.requestId(), request.alias()));
            } catch (BrokenSealException broken) {
                found.put(request, new Finding.Nobody(broken.reason()));
            }
        }
        Map<NationalIdentityNumber, PopulationAnswer> answers = register.find(opened.values());
        opened.forEach((request, number) ->
                found.put(request, finding(number, answers.getOrDefault(number, new PopulationAnswer.Away()))));
        return found;
    }

    private static Finding finding(NationalIdentityNumber number, PopulationAnswer answer) {
        return switch (answer) {
            case PopulationAnswer.Known known -> new Finding.Known(number, known.record());
            case PopulationAnswer.Nobody nobody -> new Finding.Nobody(RefusalReason.NO_SUCH_PERSON);
            case PopulationAnswer.Away away -> new Finding.Away();
        };
    }
}
