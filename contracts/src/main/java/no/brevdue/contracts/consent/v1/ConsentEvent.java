package no.brevdue.contracts.consent.v1;

import no.brevdue.contracts.Event;

/** Terms, what people have decided, and what makes processing lawful. */
public sealed interface ConsentEvent extends Event
        permits TermsPublished,
                TermsAccepted,
                ConsentGranted,
                ConsentRenewed,
                ConsentRefused,
                ConsentWithdrawn,
                ConsentExpired,
                AccessRestricted,
                AccessRestrictionLifted,
                PersonDecisionsRestated,
                LegalBasisDeclared,
                DecisionsCounted,
                NewsletterRequested,
                ChangeNoticeRequested {}
