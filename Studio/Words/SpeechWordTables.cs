namespace TemporalVideo.Studio.Words;

/// <summary>The <see cref="SpeechWords"/> of the languages that are offered; other languages are spoken as they are written.</summary>
internal static class SpeechWordTables
{
    public static readonly IReadOnlyDictionary<string, SpeechWords> All = new Dictionary<string, SpeechWords>
    {
        ["en"] = new()
        {
            Equal = "equals", Plus = "plus", Minus = "minus", PlusMinus = "plus or minus", Times = "times", Over = "over", DividedBy = "divided by",
            Of = "of", Squared = "squared", Cubed = "cubed", ToThePower = "to the power of", AllToThePower = ", all to the power of",
            SquareRoot = "the square root of", CubeRoot = "the cube root of", Less = "is less than", Greater = "is greater than", AtMost = "is at most",
            AtLeast = "is at least", About = "is about", NotEqual = "is not equal to", RangeTo = "to", Arrow = "to", And = "and", Percent = "percent",
            PerThousand = "per thousand", Degrees = "degrees", Infinity = "infinity", Point = "dot",
            Currencies = Money("dollar", "dollars", "euro", "euros", "pound", "pounds", "yen", "yen", "rupee", "rupees"),
            Units = Units("metre", "metres", "gram", "grams", "litre", "litres", "second", "seconds", "hour", "hours", "per", "kilo", "centi", "milli", "micro", "nano", "milli", "minute", "minutes"),
            Abbreviations =
            [
                ("e.g.", "for example"), ("i.e.", "that is"), ("etc.", "and so on"), ("vs.", "versus"), ("approx.", "approximately"), ("ca.", "about"),
                ("c.f.", "compare"), ("Dr.", "Doctor"), ("Mr.", "Mister"), ("Mrs.", "Missus"), ("Prof.", "Professor"), ("Fig.", "Figure"), ("No.", "Number"), ("St.", "Saint"),
            ],
            Area = ("square ", "cubic ", true),
        },
        ["de"] = new()
        {
            Equal = "gleich", Plus = "plus", Minus = "minus", PlusMinus = "plus minus", Times = "mal", Over = "durch", DividedBy = "geteilt durch",
            Of = "von", Squared = "Quadrat", Cubed = "hoch drei", ToThePower = "hoch", AllToThePower = ", alles hoch", SquareRoot = "Wurzel aus",
            CubeRoot = "dritte Wurzel aus", Less = "ist kleiner als", Greater = "ist größer als", AtMost = "ist höchstens", AtLeast = "ist mindestens",
            About = "ungefähr", NotEqual = "ungleich", RangeTo = "bis", Arrow = "nach", And = "und", Percent = "Prozent", PerThousand = "Promille",
            Degrees = "Grad", Infinity = "unendlich", Point = "Punkt",
            Currencies = Money("Dollar", "Dollar", "Euro", "Euro", "Pfund", "Pfund", "Yen", "Yen", "Rupie", "Rupien"),
            Units = Units("Meter", "Meter", "Gramm", "Gramm", "Liter", "Liter", "Sekunde", "Sekunden", "Stunde", "Stunden", "pro", "Kilo", "Zenti", "Milli", "Mikro", "Nano", "Milli", "Minute", "Minuten", lower: true),
            Abbreviations =
            [
                ("z. B.", "zum Beispiel"), ("z.B.", "zum Beispiel"), ("d. h.", "das heißt"), ("d.h.", "das heißt"), ("usw.", "und so weiter"), ("bzw.", "beziehungsweise"),
                ("ca.", "circa"), ("u. a.", "unter anderem"), ("u.a.", "unter anderem"), ("v. Chr.", "vor Christus"), ("n. Chr.", "nach Christus"), ("Dr.", "Doktor"),
                ("Nr.", "Nummer"), ("Mio.", "Millionen"), ("Mrd.", "Milliarden"), ("Jh.", "Jahrhundert"), ("vgl.", "vergleiche"), ("evtl.", "eventuell"),
            ],
            Area = ("Quadrat", "Kubik", true),
        },
        ["fr"] = new()
        {
            Equal = "égale", Plus = "plus", Minus = "moins", PlusMinus = "plus ou moins", Times = "fois", Over = "sur", DividedBy = "divisé par", Of = "de",
            Squared = "au carré", Cubed = "au cube", ToThePower = "puissance", AllToThePower = ", le tout puissance", SquareRoot = "racine carrée de",
            CubeRoot = "racine cubique de", Less = "est inférieur à", Greater = "est supérieur à", AtMost = "est au plus", AtLeast = "est au moins",
            About = "environ", NotEqual = "n'est pas égal à", RangeTo = "à", Arrow = "vers", And = "et", Percent = "pour cent", PerThousand = "pour mille",
            Degrees = "degrés", Infinity = "l'infini", Point = "point",
            Currencies = Money("dollar", "dollars", "euro", "euros", "livre", "livres", "yen", "yens", "roupie", "roupies"),
            Units = Units("mètre", "mètres", "gramme", "grammes", "litre", "litres", "seconde", "secondes", "heure", "heures", "par", "kilo", "centi", "milli", "micro", "nano", "milli", "minute", "minutes"),
            Abbreviations = [("p. ex.", "par exemple"), ("etc.", "et cetera"), ("c.-à-d.", "c'est-à-dire"), ("env.", "environ"), ("av. J.-C.", "avant Jésus-Christ"), ("apr. J.-C.", "après Jésus-Christ"), ("M.", "Monsieur"), ("Mme", "Madame"), ("Dr", "Docteur")],
            Area = (" carré", " cube", false),
        },
        ["es"] = new()
        {
            Equal = "es igual a", Plus = "más", Minus = "menos", PlusMinus = "más o menos", Times = "por", Over = "sobre", DividedBy = "dividido entre", Of = "de",
            Squared = "al cuadrado", Cubed = "al cubo", ToThePower = "elevado a", AllToThePower = ", todo elevado a", SquareRoot = "raíz cuadrada de",
            CubeRoot = "raíz cúbica de", Less = "es menor que", Greater = "es mayor que", AtMost = "es como máximo", AtLeast = "es como mínimo",
            About = "aproximadamente", NotEqual = "es distinto de", RangeTo = "a", Arrow = "a", And = "y", Percent = "por ciento", PerThousand = "por mil",
            Degrees = "grados", Infinity = "infinito", Point = "punto",
            Currencies = Money("dólar", "dólares", "euro", "euros", "libra", "libras", "yen", "yenes", "rupia", "rupias"),
            Units = Units("metro", "metros", "gramo", "gramos", "litro", "litros", "segundo", "segundos", "hora", "horas", "por", "kiló", "centí", "milí", "micró", "nanó", "mili", "minuto", "minutos"),
            Abbreviations = [("p. ej.", "por ejemplo"), ("etc.", "etcétera"), ("a. C.", "antes de Cristo"), ("d. C.", "después de Cristo"), ("Sr.", "Señor"), ("Sra.", "Señora"), ("Dr.", "Doctor"), ("aprox.", "aproximadamente")],
            Area = (" cuadrado", " cúbico", false),
        },
        ["it"] = new()
        {
            Equal = "è uguale a", Plus = "più", Minus = "meno", PlusMinus = "più o meno", Times = "per", Over = "fratto", DividedBy = "diviso", Of = "di",
            Squared = "al quadrato", Cubed = "al cubo", ToThePower = "elevato alla", AllToThePower = ", tutto elevato alla", SquareRoot = "radice quadrata di",
            CubeRoot = "radice cubica di", Less = "è minore di", Greater = "è maggiore di", AtMost = "è al massimo", AtLeast = "è almeno", About = "circa",
            NotEqual = "è diverso da", RangeTo = "a", Arrow = "a", And = "e", Percent = "per cento", PerThousand = "per mille", Degrees = "gradi",
            Infinity = "infinito", Point = "punto",
            Currencies = Money("dollaro", "dollari", "euro", "euro", "sterlina", "sterline", "yen", "yen", "rupia", "rupie"),
            Units = Units("metro", "metri", "grammo", "grammi", "litro", "litri", "secondo", "secondi", "ora", "ore", "al", "chilo", "centi", "milli", "micro", "nano", "milli", "minuto", "minuti"),
            Abbreviations = [("ad es.", "ad esempio"), ("ecc.", "eccetera"), ("a.C.", "avanti Cristo"), ("d.C.", "dopo Cristo"), ("Sig.", "Signor"), ("Dott.", "Dottor"), ("ca.", "circa")],
            Area = (" quadrato", " cubo", false),
        },
        ["pt"] = new()
        {
            Equal = "é igual a", Plus = "mais", Minus = "menos", PlusMinus = "mais ou menos", Times = "vezes", Over = "sobre", DividedBy = "dividido por", Of = "de",
            Squared = "ao quadrado", Cubed = "ao cubo", ToThePower = "elevado a", AllToThePower = ", tudo elevado a", SquareRoot = "raiz quadrada de",
            CubeRoot = "raiz cúbica de", Less = "é menor que", Greater = "é maior que", AtMost = "é no máximo", AtLeast = "é no mínimo",
            About = "aproximadamente", NotEqual = "é diferente de", RangeTo = "a", Arrow = "para", And = "e", Percent = "por cento", PerThousand = "por mil",
            Degrees = "graus", Infinity = "infinito", Point = "ponto",
            Currencies = Money("dólar", "dólares", "euro", "euros", "libra", "libras", "iene", "ienes", "rupia", "rupias"),
            Units = Units("metro", "metros", "grama", "gramas", "litro", "litros", "segundo", "segundos", "hora", "horas", "por", "quiló", "centí", "milí", "micró", "nanó", "mili", "minuto", "minutos"),
            Abbreviations = [("p. ex.", "por exemplo"), ("etc.", "etcétera"), ("a.C.", "antes de Cristo"), ("d.C.", "depois de Cristo"), ("Sr.", "Senhor"), ("Sra.", "Senhora"), ("aprox.", "aproximadamente")],
            Area = (" quadrado", " cúbico", false),
        },
    };

    private static Dictionary<char, (string One, string Many)> Money(
        string dollar, string dollars, string euro, string euros, string pound, string pounds, string yen, string yens, string rupee, string rupees) => new()
    {
        ['$'] = (dollar, dollars), ['€'] = (euro, euros), ['£'] = (pound, pounds), ['¥'] = (yen, yens), ['₹'] = (rupee, rupees),
    };

    /// <summary>The metric units, made of their parts. "micro" before metres and "milli" before metres may carry an accent, the last prefix does not.</summary>
    private static List<(string Sign, string One, string Many)> Units(
        string metre, string metres, string gram, string grams, string litre, string litres, string second, string seconds, string hour, string hours,
        string per, string kilo, string centi, string milli, string micro, string nano, string plainMilli, string minute, string minutes, bool lower = false)
    {
        string Join(string prefix, string word) => prefix + (lower ? word.ToLowerInvariant() : word);
        var plainKilo = Plain(kilo);
        List<(string, string, string)> units =
        [
            ("km/h", $"{Join(kilo, metre)} {per} {hour}", $"{Join(kilo, metres)} {per} {hour}"), ("km/s", $"{Join(kilo, metre)} {per} {second}", $"{Join(kilo, metres)} {per} {second}"),
            ("m/s", $"{metre} {per} {second}", $"{metres} {per} {second}"), ("km", Join(kilo, metre), Join(kilo, metres)), ("cm", Join(centi, metre), Join(centi, metres)),
            ("mm", Join(milli, metre), Join(milli, metres)), ("µm", Join(micro, metre), Join(micro, metres)), ("μm", Join(micro, metre), Join(micro, metres)),
            ("nm", Join(nano, metre), Join(nano, metres)), ("kg", Join(plainKilo, gram), Join(plainKilo, grams)), ("mg", Join(plainMilli, gram), Join(plainMilli, grams)),
            ("ml", Join(plainMilli, litre), Join(plainMilli, litres)), ("mL", Join(plainMilli, litre), Join(plainMilli, litres)), ("ms", Join(plainMilli, second), Join(plainMilli, seconds)),
            ("min", minute, minutes), ("GHz", "gigahertz", "gigahertz"), ("MHz", "megahertz", "megahertz"), ("kHz", "kilohertz", "kilohertz"), ("Hz", "hertz", "hertz"),
            ("kWh", $"{plainKilo}watt {hour}", $"{plainKilo}watt {hours}"), ("kW", $"{plainKilo}watt", $"{plainKilo}watts"), ("W", "watt", "watts"), ("V", "volt", "volts"),
            ("kJ", $"{plainKilo}joule", $"{plainKilo}joules"), ("J", "joule", "joules"), ("N", "newton", "newtons"), ("Pa", "pascal", "pascals"),
            ("m", metre, metres), ("g", gram, grams), ("s", second, seconds), ("h", hour, hours), ("l", litre, litres), ("L", litre, litres),
        ];
        return units;
    }

    private static string Plain(string prefix) => prefix.Replace('ó', 'o').Replace('í', 'i');
}
