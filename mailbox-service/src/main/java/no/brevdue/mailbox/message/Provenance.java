package no.brevdue.mailbox.message;

/** Where the content of a letter comes from, as its sender says. */
public enum Provenance {
    /** Written by somebody who treats the person. */
    CLINICIAN,
    /** Taken from the patient record. */
    RECORD,
    /** What the person had told or sent before. */
    PATIENT,
    /** Put together by a system, such as a reminder. */
    SYSTEM
}
