package no.brevdue.identity.life;

import no.brevdue.identity.family.Relations;
import no.brevdue.identity.population.AnswerFingerprint;
import no.brevdue.identity.population.PopulationRecord;

/** What the register says of somebody, with everybody it names known. */
record Answer(QuestionRepository.Question question, PopulationRecord record, Relations relations) {

    byte[] fingerprint() {
        return AnswerFingerprint.of(record, relations);
    }

    @Override
    public String toString() {
        return "Answer[" + question.personId() + "]";
    }
}
