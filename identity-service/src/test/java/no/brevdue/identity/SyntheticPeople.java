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

    public static final String ASTRID = "01817012066";
    public static final String BJARNE = "02827112006";
    public static final String CECILIE = "03837212056";
    public static final String DAGFINN = "04847312187";
    public static final String ELLEN = "05857412046";
    public static final String FRODE = "06867512096";
    public static final String GERD = "07877612036";
    public static final String HAAKON = "08887712086";
    public static final String IDA = "09897812026";
    public static final String JORUNN = "10907912014";
    public static final String KJELL = "11918012003";
    public static final String LIV = "12928112053";
    public static final String MAGNUS = "13818212075";
    public static final String NINA = "14828312015";
    public static final String ODD = "15838412065";
    public static final String PETRA = "16848512005";
    public static final String ROLF = "17858612055";
    public static final String SIGNE = "18868712186";
    public static final String TORE = "19878812045";
    public static final String VIGDIS = "20888912186";
    public static final String AASE = "21897012038";
    public static final String BODIL = "22907112016";
    public static final String TORBJORN = "23817212018";
    public static final String VALBORG = "24827312068";
    public static final String SYNNOVE = "25837412008";
    public static final String BRYNJAR = "26847512058";

    /** No test lets the population register know this one. */
    public static final String UNKNOWN = "16883200008";

    private SyntheticPeople() {}
}
