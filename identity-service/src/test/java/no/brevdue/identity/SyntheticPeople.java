package no.brevdue.identity;

/** Numbers of Skatteetaten's synthetic population (month + 80). Each test has people of its own. */
public final class SyntheticPeople {

    public static final String KARI = "20914695016";
    public static final String OLA = "10915596784";
    public static final String ANNE = "14838510036";
    public static final String NILS = "02857910012";
    public static final String INGRID = "09918810061";
    public static final String LARS = "23819010021";
    public static final String SIRI = "17866610088";
    public static final String PER = "28825110005";
    public static final String MARIT = "05889310040";
    public static final String JON = "11927210187";
    public static final String TONE = "30848110058";
    public static final String ARNE = "19895810110";
    public static final String NORA = "06879710063";
    public static final String KNUT = "25906310026";
    public static final String BERIT = "01817010055";
    public static final String EVA = "12827410029";
    public static final String UNNI = "03846020038";
    public static final String HANS = "04856120088";
    public static final String GURO = "05866220028";
    public static final String TRYGVE = "06876320078";
    public static final String SOLVEIG = "07886420018";
    public static final String EINAR = "08896520068";
    public static final String RANDI = "09906620046";

    public static final String HELGE = "21897710053";
    public static final String RAGNHILD = "05855030030";

    /** No test lets the population register know this one. */
    public static final String UNKNOWN = "16883200008";

    private SyntheticPeople() {}
}
