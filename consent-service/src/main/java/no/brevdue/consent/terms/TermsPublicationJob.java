package no.brevdue.consent.terms;

import no.brevdue.consent.change.ChangeNotices;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.outbox.Outbox;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stores and announces the versions that came with this release. Whoever stores a version first announces it, in the same
 * transaction, so that restarts and replicas announce it once.
 */
@ApplicationScoped
class TermsPublicationJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(TermsPublicationJob.class);

    private final Database database;
    private final TermsRepository terms;
    private final ChangeNotices notices;
    private final Outbox outbox;

    TermsPublicationJob(Database database, TermsRepository terms, ChangeNotices notices, Outbox outbox) {
        this.database = database;
        this.terms = terms;
        this.notices = notices;
        this.outbox = outbox;
    }

    /** New versions come with a new release, so that the first round after a start has found all there is. */
    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        List<TermsText> texts = TermsFiles.all();
        texts.stream().map(TermsText::version).distinct().forEach(version -> publish(version, texts));
        return false;
    }

    private void publish(TermsVersion version, List<TermsText> texts) {
        database.asWorkerDo(tx -> {
            if (terms.add(tx, version)) {
                texts.stream().filter(text -> text.version().equals(version)).forEach(text -> terms.add(tx, text));
                outbox.publish(tx, fact(version));
                notices.published(tx, version.termsId(), version.version(), version.change());
                LOGGER.infof("Terms published: terms=%s version=%d", version.termsId(), version.version());
            } else {
                requireUnchanged(tx, version);
            }
        });
    }

    /** An edited text under a published number would change what people have accepted. */
    private void requireUnchanged(Transaction tx, TermsVersion written) {
        if (!terms.version(tx, written.termsId(), written.version()).stream().allMatch(written::equals)) {
            LOGGER.errorf(
                    "Published terms differ from the files of this release and are kept as they are: terms=%s version=%d",
                    written.termsId(), written.version());
        }
    }

    static TermsPublished fact(TermsVersion version) {
        return new TermsPublished(
                version.termsId(), version.version(), version.effectiveAt(), version.sha256(), version.change());
    }
}
