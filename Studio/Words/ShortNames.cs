using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Short forms whose stop ends no sentence where a number or a date stands beside them: "Art. 6", "Thurs. 3/12", "bis 8 J.".
/// </summary>
internal static partial class ShortNames
{
    /// <summary>Days before a date: "Mon. 2/11", "Thurs. 3/12".</summary>
    private static readonly HashSet<string> ShortDays = ["Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"];

    /// <summary>The same in other languages, some of which are words, too: only before a day and a month.</summary>
    private static readonly HashSet<string> OtherDays =
    [
        "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mié", "jue", "vie", "sáb", "dom", "gio", "sab", "seg", "ter", "qua", "qui", "sex",
        "ma", "di", "wo", "do", "vr", "za", "zo", "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "mån", "tis", "ons", "tors", "fre",
        "lör", "sön", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "po", "út", "čt", "pá",
    ];

    /// <summary>What a number or letter follows that names a place in a text: "Art. 6", "eq. (4)", "Op. 67".</summary>
    private static readonly HashSet<string> Numbered =
    [
        "art", "arts", "eq", "eqs", "op", "sec", "ch", "chap", "vol", "nos", "no", "nr", "fig", "figs", "tab", "para", "cl", "ex", "app",
            "s", "p", "pp", "bd", "kap",
        "abs", "abb", "gl", "núm", "cap", "pág", "pag", "séc", "n", "par",
        "ss", "paras", "cls", "vols", "lib", "tel", "approx", "ver", "ext", "max", "ll", "vv", "v", "l", "kl", "klo", "kol", "hlm", "blz",
            "sid", "st", "ust", "temp", "enl", "obr", "str", "szt", "кл", "стр", "рис", "тел", "al", "ca", "c", "capp", "pagg",
                "tfno", "zob", "zad", "ćw", "opg", "oppg", "coef", "ok", "lk", "rozdz", "bijl", "afb", "tél", "env", "est", "ed", "eds",
    ];

    /// <summary>Whether a short word with its stop names a place in a text, or the day of a date that follows.</summary>
    public static bool NameAPlace(string word, string text, Match match) =>
        (ShortDays.Contains(word) ? char.IsAsciiDigit(text.ElementAtOrDefault(match.Index + match.Length))
            : OtherDays.Contains(word.ToLowerInvariant()) ? DateAhead().IsMatch(text, match.Index + match.Length)
            : Numbered.Contains(word.ToLowerInvariant()) && Count().IsMatch(text, match.Index + match.Length));

    /// <summary>Whether years of age are counted before the stop.</summary>
    public static bool CountYears(string before) => YearsOfAge().IsMatch(before);

    [GeneratedRegex(@"\G[(\[+]*(?:\d|[IVX]+\b)")]
    private static partial Regex Count();

    [GeneratedRegex(@"\G(?:d\.\s)?\d{1,2}(?:[./]\s?\d|\.?\s(?:de\s)?\p{L}{3})")]
    private static partial Regex DateAhead();

    /// <summary>"bis 8 J.", "6–14 J.": years, no joules.</summary>
    [GeneratedRegex(@"(?:\b(?:[Bb]is|[Aa]b|[Uu]nter|[Üü]ber|[Mm]it|[Vv]on|[Ss]eit|[Jj]e)\s|[–-]\s?)\d{1,3}\s?J$")]
    private static partial Regex YearsOfAge();
}
