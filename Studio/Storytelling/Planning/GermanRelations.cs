namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>How German states relations.</summary>
internal static class GermanRelations
{
    public static RelationWords Words { get; } = new()
    {
        Verbs = RelationWords.Links(
            @"(?:besteht|bestehen|bestand|bestanden) aus",
            @"(?:gliedert|gliedern|teilt|teilen) sich in",
            @"(?:führt|führen|führte|führten|gehört|gehören) zu[mr]?",
            @"(?:entsteht|entstehen|stammt|stammen) aus",
            @"(?:ist|sind|war|waren)\s+(?:(?:viel|weit|noch|etwas|\p{L}*mal|[\d.,]+-mal)\s+)*(?:(?:mehr|weniger)|\p{L}+er)\s+als",
            @"(?:ist|sind|war|waren)\s+(?:\p{L}*mal\s+)?so\s+\p{L}+\s+wie",
            @"(?:ist|sind) ein Gemisch aus|(?:ist|sind) Teil",
            @"(?:ist|sind|war|waren)(?=\s+(?:eine?|der|die|das)\s)",
            @"(?:heißt|heißen)",
            @"(?:hat|haben)(?=\s+(?:einen?|eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|viele|mehrere|\d+)\s)",
            "enthält|enthalten|umfasst|umfassen|verursacht|verursachen|bewirkt|bewirken|erzeugt|erzeugen|liefert|liefern|braucht|"
                + "brauchen|benötigt|benötigen|schützt|schützen|bildet|bilden|verbindet|verbinden|ersetzt|ersetzen|speichert|"
                + "speichern|produziert|produzieren|zerstört|zerstören|erwärmt|erwärmen|umgibt|umgeben|transportiert|"
                + "transportieren|macht|machen|trägt|tragen|pumpt|pumpen|regelt|regeln|filtert|filtern|beeinflusst|beeinflussen|"
                + "bestimmt|bestimmen|verhindert|verhindern"),
        Copula = RelationWords.Links("ist|sind|war|waren"),
        Parts = RelationWords.AnyOf("aus", "sich in", "enthält", "enthalten", "umfasst", "umfassen"),
        And = RelationWords.Form(@"\s+und\s+"),
        Again = RelationWords.Form("^aus "),
        Join = RelationWords.Form(@",\s+(?:(?:und|aber|während)\s+)?"),
        Because = RelationWords.Form(@",\s+(?<link>weil|denn)\s+"),
        Proportion = RelationWords.Form(@"^(?<from>Je \p{L}+ [^,]+), (?<to>(?:desto|umso|je) [^,]+)$"),
        Condition = RelationWords.Form("^(?<from>(?:Wenn|Falls) [^,]+), (?:dann |so )?(?<to>[^,]+)$"),
        Negation = RelationWords.Form(@"\b(?:nicht|kein\p{L}*|nie|niemals|nichts|weder|ohne|kaum|niemand)\b"),
        Opener = RelationWords.Starting("in", "im", "am", "an", "auf", "bei", "beim", "mit", "nach", "vor", "von", "vom", "aus", "durch",
            "für", "gegen", "um", "unter", "über", "zwischen", "während", "wenn", "weil", "da", "als", "ob", "dass", "heute", "jetzt",
            "hier", "den", "dem", "des", "einen", "einem", "manchmal", "meist", "wer", "was", "wie", "wo", "warum", "zu", "zum", "zur",
            "seit", "wir", "ich", "du", "man", "je", "falls", "deren", "dessen", "einige", "viele davon", "sich"),
        Subordinate = RelationWords.AnyOf("dass", "weil", "wenn", "als ob", "obwohl", "sodass", "damit", "ist", "sind", "war", "waren",
            "wird", "werden", "wurde", "wurden", "hat", "haben", "hatte", "hatten", "kann", "können", "muss", "müssen", "sich"),
        Unfinished = RelationWords.Ending("der", "die", "das", "den", "dem", "des", "eine?", "einen", "und", "oder", "von", "mit", "in",
            "zu", "kann", "können", "muss", "müssen", "wird", "werden", "hat", "haben"),
        NoObject = RelationWords.Form(@"^(?:sich|er|sie|es|wir|man|ich|und|oder|ist|sind|zu)\b"
            + @"|\b(?:ab|an|auf|aus|bei|ein|fest|frei|heraus|hervor|her|hin|los|mit|nach|um|unter|vor|weg|zu|zurück|zusammen|weiter)$"
            + @"|(?-i:\b\p{Ll}+(?:en|t)$)"),
    };
}
