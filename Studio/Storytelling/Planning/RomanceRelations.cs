namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>How French, Spanish, Italian and Portuguese state relations.</summary>
internal static class RomanceRelations
{
    public static RelationWords French { get; } = new()
    {
        Verbs = RelationWords.Links(
            "(?:se compose|se composent) d(?:e|['’])",
            "(?:est|sont) (?:composée?s?|constituée?s?|formée?s?) d(?:e|['’])",
            @"(?:dépend|dépendent|vient|viennent) (?:de|du|des|d['’])",
            @"(?:est|sont|était|étaient) (?:bien |beaucoup |encore )?(?:plus|moins|aussi) [\p{L}\-]+ qu(?:e|['’])",
            "(?:conduit|conduisent|mène|mènent|appartient|appartiennent) (?:à|au|aux)",
            "contient|contiennent|comprend|comprennent|provoque|provoquent|entraîne|entraînent|produit|produisent|protège|"
                + "protègent|absorbe|absorbent|transporte|transportent|utilise|utilisent|fabrique|fabriquent|affaiblit|affaiblissent|"
                + "libère|libèrent|remplace|remplacent|réduit|réduisent|détruit|détruisent|entoure|entourent|nécessite|"
                + "nécessitent|influence|influencent",
            "s['’]appelle|s['’]appellent",
            @"(?:est|sont|était|étaient)(?=\s+(?:une?|le|la|les)\s)",
            @"(?:a|ont)(?=\s+(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|\d+)\s)"),
        Copula = RelationWords.Links("est|sont|était|étaient"),
        Parts = RelationWords.AnyOf("compose", "composent", "composée?s?", "constituée?s?", "formée?s?", "contient", "contiennent",
            "comprend", "comprennent"),
        And = RelationWords.Form(@"\s+et\s+"),
        Again = RelationWords.Form(@"^(?:de|du|des) |^d['’]"),
        Join = RelationWords.Form(@",\s+(?:et|mais|tandis que)\s+"),
        Because = RelationWords.Form(@",?\s+(?<link>parce que|car)\s+"),
        Proportion = RelationWords.Form("^(?<from>(?:Plus|Moins) [^,]+), (?<to>(?:plus|moins) [^,]+)$"),
        Condition = RelationWords.Form("^(?<from>Si [^,]+), (?:alors )?(?<to>[^,]+)$"),
        Negation = RelationWords.Form(@"\b(?:ne|pas|jamais|aucune?|rien|ni|sans|personne)\b|\bn['’]"),
        Opener = RelationWords.Starting("dans", "en", "à", "au", "aux", "sur", "sous", "par", "pour", "avec", "de", "du", "des",
            "après", "avant", "pendant", "depuis", "quand", "lorsque", "si", "comme", "qui", "que", "où", "on", "nous", "vous", "je",
            "parfois", "aujourd", "chez", "vers", "y", "entre"),
        Subordinate = RelationWords.AnyOf("qui", "que", "dont", "où", "quand", "lorsque", "parce", "si", "est", "sont", "a", "ont",
            "était"),
        Unfinished = RelationWords.Ending("le", "la", "les", "une?", "des", "de", "du", "et", "ou", "à", "se", "peut", "peuvent",
            "doit"),
        NoObject = RelationWords.Starting("est", "sont", "et", "ou", "par", "il", "elle", "pas"),
    };

    public static RelationWords Spanish { get; } = new()
    {
        Verbs = RelationWords.Links(
            "(?:se compone|se componen|consta|constan|está formad[oa]|están formad[oa]s|está compuest[oa]|están compuest[oa]s) "
                + "(?:de|por)",
            "(?:depende|dependen|proviene|provienen|procede|proceden) (?:de|del)",
            @"(?:es|son|era|eran) (?:mucho )?(?:más|menos|tan) \p{L}+ (?:que|como)",
            @"(?:es|son|era|eran) (?:mucho )?(?:mayor|menor|mejor|peor)(?:es)? que",
            "(?:conduce|conducen|lleva|llevan|pertenece|pertenecen) (?:a|al)",
            "contiene|contienen|incluye|incluyen|causa|causan|provoca|provocan|produce|producen|protege|protegen|absorbe|absorben|"
                + "transporta|transportan|necesita|necesitan|fabrica|fabrican|libera|liberan|reemplaza|reemplazan|reduce|reducen|"
                + "destruye|destruyen|rodea|rodean|forman",
            "se llama|se llaman",
            @"(?:es|son|era|eran)(?=\s+(?:una?|el|la|los|las)\s)",
            @"(?:tiene|tienen)(?=\s+(?:una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|\d+)\s)"),
        Copula = RelationWords.Links("es|son|era|eran"),
        Parts = RelationWords.AnyOf("compone", "componen", "consta", "constan", "formad[oa]s?", "compuest[oa]s?", "contienen?",
            "incluyen?"),
        And = RelationWords.Form(@"\s+[ye]\s+"),
        Again = RelationWords.Form("^del? "),
        Join = RelationWords.Form(@",\s+(?:y|pero|mientras que)\s+"),
        Because = RelationWords.Form(@",?\s+(?<link>porque)\s+"),
        Proportion = RelationWords.Form(
            @"^(?<from>Cuant[oa]s? (?:más|menos|mayor|menor) [^,]+), (?<to>(?:tant[oa]s? )?(?:más|menos|mayor|menor) [^,]+)$"),
        Condition = RelationWords.Form("^(?<from>Si [^,]+), (?:entonces )?(?<to>[^,]+)$"),
        Negation = RelationWords.Form(@"\b(?:no|nunca|ni|nada|nadie|sin|ning[uú]n\p{L}*|jamás|tampoco)\b"),
        Opener = RelationWords.Starting("en", "a", "al", "con", "por", "para", "de", "del", "desde", "hasta", "después", "antes",
            "durante", "cuando", "si", "como", "que", "quien", "donde", "hoy", "sobre", "según", "entre", "a veces", "se", "lo"),
        Subordinate = RelationWords.AnyOf("que", "quien", "donde", "cuando", "porque", "si", "es", "son", "está", "están", "ha", "han"),
        Unfinished = RelationWords.Ending("el", "la", "los", "las", "una?", "unos", "unas", "de", "del", "y", "o", "se", "puede",
            "pueden", "lo"),
        NoObject = RelationWords.Starting("es", "son", "y", "o", "por", "de", "que"),
    };

    public static RelationWords Italian { get; } = new()
    {
        Verbs = RelationWords.Links(
            "(?:è|sono) (?:compost[oaie]|format[oaie]|costituit[oaie]) (?:da|dal|dalla|dai|dalle|di)",
            "(?:dipende|dipendono|deriva|derivano|proviene|provengono) (?:da|dal|dalla|dallo|dai|dalle|dagli)",
            "(?:porta|portano|conduce|conducono|appartiene|appartengono) (?:a|al|alla|allo|ai|alle|agli)",
            "contiene|contengono|comprende|comprendono|causa|causano|provoca|provocano|produce|producono|protegge|proteggono|assorbe|"
                + "assorbono|trasporta|trasportano|libera|liberano|sostituisce|sostituiscono|riduce|riducono|distrugge|distruggono|"
                + "circonda|circondano|richiede|richiedono",
            "si chiama|si chiamano",
            @"(?:è|sono|era|erano)(?=\s+(?:un[ao]?|il|lo|la|i|gli|le)\s)",
            @"(?:ha|hanno)(?=\s+(?:un[ao]?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|\d+)\s)"),
        Copula = RelationWords.Links("è|sono|era|erano"),
        Parts = RelationWords.AnyOf("compost[oaie]", "format[oaie]", "costituit[oaie]", "contiene", "contengono", "comprende",
            "comprendono"),
        And = RelationWords.Form(@"\s+ed?\s+"),
        Again = RelationWords.Form("^(?:da|di|dal|dalla|dai|dalle) "),
        Join = RelationWords.Form(@",\s+(?:e|ma|mentre)\s+"),
        Because = RelationWords.Form(@",?\s+(?<link>perché)\s+"),
        Proportion = RelationWords.Form("^(?<from>(?:Quanto )?(?:più|meno) [^,]+), (?<to>(?:tanto )?(?:più|meno) [^,]+)$"),
        Condition = RelationWords.Form("^(?<from>Se [^,]+), (?:allora )?(?<to>[^,]+)$"),
        Negation = RelationWords.Form(@"\b(?:non|mai|né|senza|nessun\p{L}*|niente|nulla)\b"),
        Opener = RelationWords.Starting("in", "nel", "nella", "nei", "nelle", "nell", "a", "al", "alla", "con", "per", "da", "dal",
            "dalla", "di", "del", "dopo", "prima", "durante", "quando", "se", "come", "che", "chi", "dove", "oggi", "su", "sul", "sulla",
            "tra", "fra", "si"),
        Subordinate = RelationWords.AnyOf("che", "chi", "dove", "quando", "perché", "se", "è", "sono", "ha", "hanno", "era", "erano"),
        Unfinished = RelationWords.Ending("il", "lo", "la", "i", "gli", "le", "un[ao]?", "di", "del", "e", "o", "si", "può", "possono"),
        NoObject = RelationWords.Starting("è", "sono", "e", "o", "da", "di", "che"),
    };

    public static RelationWords Portuguese { get; } = new()
    {
        Verbs = RelationWords.Links(
            "(?:consiste|consistem) em",
            "(?:é|são) (?:compost[oa]s?|formad[oa]s?|constituíd[oa]s?) (?:de|por)",
            "(?:depende|dependem|vem|vêm|provém) (?:de|do|da|dos|das)",
            @"(?:é|são|era|eram) (?:muito )?(?:mais|menos) \p{L}+ (?:do )?que",
            @"(?:é|são|era|eram) (?:muito )?(?:maior|menor|melhor|pior)(?:es)? (?:do )?que",
            "(?:leva|levam|conduz|conduzem) (?:a|à|ao|às|aos)",
            "contém|contêm|inclui|incluem|causa|causam|provoca|provocam|produz|produzem|protege|protegem|absorve|absorvem|transporta|"
                + "transportam|precisa de|precisam de|fabrica|fabricam|libera|liberam|substitui|substituem|reduz|reduzem|destrói|"
                + "destroem|mede|medem",
            "chama-se|chamam-se",
            @"(?:é|são|era|eram)(?=\s+(?:uma?|o|a|os|as)\s)",
            @"(?:tem|têm)(?=\s+(?:uma?|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|\d+)\s)"),
        Copula = RelationWords.Links("é|são|era|eram"),
        Parts = RelationWords.AnyOf("consistem?", "compost[oa]s?", "formad[oa]s?", "constituíd[oa]s?", "contém", "contêm", "inclui",
            "incluem"),
        And = RelationWords.Form(@"\s+e\s+"),
        Again = RelationWords.Form("^(?:de|do|da|dos|das|por) "),
        Join = RelationWords.Form(@",\s+(?:e|mas|enquanto)\s+"),
        Because = RelationWords.Form(@",?\s+(?<link>porque)\s+"),
        Proportion = RelationWords.Form(
            "^(?<from>Quanto (?:mais|menos|maior|menor) [^,]+), (?<to>(?:tanto )?(?:mais|menos|maior|menor) [^,]+)$"),
        Condition = RelationWords.Form("^(?<from>Se [^,]+), (?:então )?(?<to>[^,]+)$"),
        Negation = RelationWords.Form(@"\b(?:não|nunca|nem|sem|nenhum\p{L}*|nada|jamais|ninguém)\b"),
        Opener = RelationWords.Starting("em", "no", "na", "nos", "nas", "ao", "à", "com", "por", "para", "de", "do", "da", "depois",
            "antes", "durante", "quando", "se", "como", "que", "quem", "onde", "hoje", "sobre", "entre", "às vezes"),
        Subordinate = RelationWords.AnyOf("que", "quem", "onde", "quando", "porque", "se", "é", "são", "está", "estão", "tem",
            "têm"),
        Unfinished = RelationWords.Ending("o", "a", "os", "as", "uma?", "uns", "umas", "de", "do", "da", "e", "ou", "se", "pode",
            "podem"),
        NoObject = RelationWords.Starting("é", "são", "e", "ou", "por", "de", "que"),
    };
}
