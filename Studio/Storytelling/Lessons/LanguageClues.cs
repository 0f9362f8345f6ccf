using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>What gives away a language that shares the Latin script: its commonest small words, and letters and endings that few others
/// have.</summary>
internal static class LanguageClues
{
    /// <summary>Small words by language.</summary>
    public static readonly IReadOnlyDictionary<string, HashSet<string>> SmallWords = new Dictionary<string, HashSet<string>>
    {
        ["en"] = Words("the of and is are to in that it was for with by from this which they as be can you your has have not on at we its "
            + "how what why when an or but their does do between"),
        ["de"] = Words("der die das und ist sind ein eine einen den dem des von zu mit nicht auf für wird werden im am es er sie wir auch "
            + "bei als oder aus nach wie was durch zwischen kann hat"),
        ["fr"] = Words("le la les des et est une un dans du que qui pour sur sont il elle au aux pas on vous ce cette avec par ou mais "
            + "se plus entre ont en à être quel quelle"),
        ["es"] = Words("el la los las de y es una un que en del por con se son para como más su al lo no está pero o sus fue entre qué"),
        ["it"] = Words("il la lo gli le di e è una un che della del per con sono nel nella non si dei al da più come ma o fu tra "
            + "cosa anche"),
        ["pt"] = Words("o a os as de e é um uma que em do da dos das por com são para não mais no na se ao como foi ou entre pelo"),
        ["nl"] = Words("het een van en is zijn de dat niet met voor op worden ook aan in te er wordt door bij naar uit om hoe wat of"),
        ["pl"] = Words("w i z na się jest nie do to że są przez od oraz po jak ich o przy dla który która które był było czy lub ale"),
        ["sv"] = Words("och att det som en är av för på den med till inte ett de från när vid i om kan vi har var eller hur vad så detta"),
        ["da"] = Words("og at det som en er af for på den med til ikke et de fra når ved i om kan vi har var eller hvordan hvad så "
            + "dette fik blev sin"),
        ["nb"] = Words("og å det som en er av for på den med til ikke et de fra når ved i om kan vi har var eller hvordan hva så "
            + "dette fikk ble noe"),
        ["fi"] = Words("ja on ei että se oli ovat kun myös mutta tai kuin niin joka hän sen tämä sitä jos voi mikä mitä ne noin kuten"),
        ["cs"] = Words("a se v na je že z do s byl byla bylo jako jsou které který pro nebo ale od při ve si po za co jak mezi"),
        ["tr"] = Words("ve bir bu için ile da de olarak çok daha olan gibi sonra en kadar yani değil nedir ne mi ya her"),
        ["hu"] = Words("a az és hogy nem egy is meg volt van mint ez vagy de el ki fel azt ezt pedig csak majd"),
        ["ro"] = Words("și de în a la cu o este pe care din un sunt nu că mai au fost între prin ca ce sau s-a ani"),
        ["id"] = Words("yang dan di ini itu dengan untuk dari pada adalah dalam tidak ke oleh akan juga bisa sebagai atau lebih kita orang "
            + "sekitar hingga apa"),
        ["vi"] = Words("và của là có các trong được cho một với không những này từ để khi người năm ra đến tại thì"),
        ["sw"] = Words("ya na wa kwa ni katika la za cha kama hii hiyo au yake wake mtu watu kila pia lakini"),
    };

    private static readonly Dictionary<string, Regex> Shapes = new()
    {
        ["de"] = Shape("ß|^ge\\w{3,}t$|ung(?:en)?$|lich(?:e[nrs]?)?$|keit$|^(?!.*(?:[äö].*[äö]|y|å|ő|ű|[ığş]))\\w*[äöü]"),
        ["fr"] = Shape("œ|[êèàâîôûë]|eau(?:x)?$|tion(?:s)?$(?<=[éèêà]\\w*)|^[ldnsc]['’]"),
        ["es"] = Shape("ñ|ción$|ciones$|dad(?:es)?$|[íóú]\\w*$"),
        ["it"] = Shape("zione$|zioni$|ità$|mente$|glia|[òù]$"),
        ["pt"] = Shape("[ãõ]|ção$|ções$|lh[aeo]|nh[ao]"),
        ["nl"] = Shape("ij|aa[nrtl]|oo[rnpt]|eu[rn]|sch|heid$"),
        ["pl"] = Shape("[łąęśźżćń]|sz|cz|rz|ych$|ego$|owa[ćn]"),
        ["sv"] = Shape("å|[äö](?!ä|ö)|ning(?:en|ar)?$|het(?:en)?$"),
        ["da"] = Shape("[æø]|å|ghed$|ning(?:en|er)?$"),
        ["nb"] = Shape("[æø]|å|ghet$|ning(?:en|er)?$"),
        ["fi"] = Shape("ää|yy|öö|uu[snt]|(?:ss|ll|st)[aä]$|nen$|v[aä]t$|tiin$|ä\\w*ä"),
        ["cs"] = Shape("[řěů]|š|č|ž|ých$|ého$|ství$"),
        ["tr"] = Shape("[ığş]|l[ae]r[ıi]?$|d[ıi]r$|m[ae]k(?:tadır|tedir)?$"),
        ["hu"] = Shape("[őű]|ság|ség|b[ae]n$|n[ae]k$|gy"),
        ["ro"] = Shape("[țșşţă]|ului$|ilor$|ția$|ție$"),
        ["id"] = Shape("^(?:me[mn]g?|ber|pe[nm]g?|ter)\\w{4,}|\\w{3,}(?:kan|nya)$|ng[aiu]"),
        ["vi"] = Shape("[ơưđ]|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"),
        ["sw"] = Shape("^(?:wa|ki|vi|m[bkpst]|ny|ku|ana|ina|yana|ume)\\w{3,}"),
    };

    /// <summary>Abbreviations that notes are full of where small words are missing.</summary>
    private static readonly Dictionary<string, Regex> Abbreviations = new()
    {
        ["en"] = Shape(@"(?<!\w)(?:e\.g\.|i\.e\.|etc\.|approx\.|w/o?\s|vs\.?\s|esp\.)"),
        ["de"] = Shape(@"(?<!\w)(?:z\.\s?B\.|d\.\s?h\.|u\.\s?a\.|i\.\s?d\.\s?R\.|o\.\s?Ä\.|[nv]\.\s?Chr|[Bb]zw\.|usw\.|[Vv]gl\."
            + @"|Abb\.|Bsp\.|Aufg\."
            + @"|[Gg]gf\.|[Ee]vtl\.|sog\.|[Ii]nsb\.|Jh\.|(?:Kl|Std|S|Nr|Kap)\.\s\d|\d\.?\s?(?:Std|Kl)\.|HA:)"),
        ["fr"] = Shape(@"(?<!\w)(?:c\.-à-d\.|càd|p\.\sex\.|par ex\.|(?:av|apr?)\.\sJ\.-C|n°\s?\d|Mmes?\s|env\.\s\d|chap\.\s\d)"),
        ["es"] = Shape(@"(?<!\w)(?:p\.\s?ej\.|núm\.|págs?\.|EE\.\s?UU|[ad]\.\s?de\s?C|c/u|aprox\.|tfno\.|Uds?\.)"),
        ["it"] = Shape(@"(?<!\w)(?:[Aa]d es\.|cfr\.|pagg?\.|ecc\.|sec\.\s[IVX]|sig\.(?:ra)?\s|dott\.|es\.\s\d)"),
        ["pt"] = Shape(@"(?<!\w)(?:p\.\s?ex\.|séc\.|págs?\.|n\.º|obs\.:|prof\.ª|aprox\.)"),
        ["nl"] = Shape(@"(?<!\w)(?:bijv\.|d\.w\.z\.|o\.a\.|blz\.|enz\.|m\.b\.v\.|i\.p\.v\.|t\.o\.v\.|a\.d\.h\.v\.)"),
        ["pl"] = Shape(@"(?<!\w)(?:[Nn]p\.|tzn\.|itd\.|itp\.|m\.in\.|godz\.|tj\.|tzw\.|zob\.|ok\.\s\d)"),
        ["sv"] = Shape(@"(?<!\w)(?:t\.ex\.|d\.v\.s\.|dvs\.|bl\.a\.|s\.k\.|m\.m\.|fr\.o\.m\.|t\.o\.m\.)"),
        ["da"] = Shape(@"(?<!\w)(?:f\.eks\.|bl\.a\.|dvs\.|m\.m\.|ca\.)"),
        ["cs"] = Shape(@"(?<!\w)(?:[Nn]apř\.|tzn\.|apod\.|atd\.|tj\.|tzv\.)"),
        ["ro"] = Shape(@"(?<!\w)(?:de ex\.|[îd]\.Hr|ș\.a\.)"),
        ["tr"] = Shape(@"(?<!\w)(?:[Öö]rn\.|vb\.|bkz\.|yy\.|M\.Ö\.)"),
        ["hu"] = Shape(@"(?<!\w)(?:[Pp]l\.|stb\.|ún\.|kb\.|i\.\s?e\.)"),
        ["fi"] = Shape(@"(?<!\w)(?:[Ee]sim\.|jne\.|ns\.|eKr|jKr)"),
        ["id"] = Shape(@"(?<!\w)(?:dll\.|dsb\.|hlm\.|yg\s)"),
    };

    /// <summary>How much in a text speaks for each language, the most first.</summary>
    /// <param name="words">Its words, lower case.</param>
    /// <param name="text">The text itself, for its abbreviations.</param>
    public static IReadOnlyList<(string Tag, double Score)> Scores(IReadOnlyCollection<string> words, string text) =>
        [.. SmallWords.Select(pair => (Tag: pair.Key, Score: words.Sum(word => pair.Value.Contains(word) ? 1
                : word.Length > 3 && Shapes.TryGetValue(pair.Key, out var shape) && shape.IsMatch(word) ? 0.5 : 0)
                + (Abbreviations.TryGetValue(pair.Key, out var marks) ? marks.Count(text) : 0)))
            .OrderByDescending(pair => pair.Score)];

    private static HashSet<string> Words(string words) => [.. words.Split(' ')];

    private static Regex Shape(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
