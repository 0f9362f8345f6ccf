namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Headings of two columns that stand against each other: what is below one is no name for what is below the other.</summary>
internal static class Opposites
{
    private static readonly string[][] Pairs =
    [
        ["internal", "external"], ["advantages", "disadvantages"], ["advantage", "disadvantage"], ["pros", "cons"], ["for", "against"],
        ["strengths", "weaknesses"], ["opportunities", "threats"], ["before", "after"], ["then", "now"], ["benefits", "costs"],
        ["benefits", "risks"], ["do", "don't"], ["dos", "don'ts"], ["similarities", "differences"], ["push factors", "pull factors"],
        ["assets", "liabilities"], ["income", "expenses"], ["debit", "credit"], ["physical", "chemical"], ["living", "non-living"],
        ["inputs", "outputs"], ["winners", "losers"], ["north", "south"], ["east", "west"], ["men", "women"], ["girls", "boys"],
        ["vorteile", "nachteile"], ["vorteil", "nachteil"], ["pro", "contra"], ["pro", "kontra"],
        ["stärken", "schwächen"], ["chancen", "risiken"],
        ["vorher", "nachher"], ["früher", "heute"], ["innere", "äußere"], ["gemeinsamkeiten", "unterschiede"], ["soll", "haben"],
        ["avantages", "inconvénients"], ["pour", "contre"], ["forces", "faiblesses"], ["avant", "après"], ["internes", "externes"],
        ["ventajas", "desventajas"], ["ventajas", "inconvenientes"], ["a favor", "en contra"], ["antes", "después"],
        ["internas", "externas"],
        ["fortalezas", "debilidades"], ["vantaggi", "svantaggi"], ["pro", "contro"], ["prima", "dopo"], ["interne", "esterne"],
        ["vantagens", "desvantagens"], ["prós", "contras"], ["antes", "depois"], ["voordelen", "nadelen"], ["zalety", "wady"],
        ["fördelar", "nackdelar"], ["výhody", "nevýhody"], ["плюсы", "минусы"], ["преимущества", "недостатки"],
    ];

    private static readonly string[] Denials =
        ["not", "no", "non", "never", "nicht", "kein", "keine", "pas", "não", "niet", "geen", "nie", "ne", "ej", "inte", "ikke", "ei",
            "не", "нельзя", "değil"];

    /// <summary>Whether two headings are such a pair, in either order. "Internal causes" is "internal" here.</summary>
    public static bool Are(string one, string other) => IsDenied(one, other) || IsDenied(other, one) || Pairs.Any(pair =>
        (Begins(one, pair[0]) && Begins(other, pair[1])) || (Begins(one, pair[1]) && Begins(other, pair[0])));

    /// <summary>"Får" and "får ej", "renewable" and "non-renewable": the same words, and a no among them.</summary>
    private static bool IsDenied(string one, string other) =>
        Words(one) is { Length: > 0 } words && Words(other) is var denied && denied.Length == words.Length + 1
            && denied.Except(words).ToList() is [var no] && Denials.Contains(no);

    private static string[] Words(string heading) => heading.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static bool Begins(string heading, string word) =>
        heading.Replace('’', '\'').Trim().ToLowerInvariant() is var text
            && (text == word || text.StartsWith(word + " ", StringComparison.Ordinal));
}
