using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Signs that typing leaves in a text: invisible characters, look-alikes of other signs, strokes for no cents.</summary>
internal static partial class TypedSigns
{
    /// <summary>Stands for an arrow that was typed with a dash between names.</summary>
    public const char Arrow = '\uE001';

    /// <summary>The text with the signs that were meant, and without those that no voice reads.</summary>
    public static string Plain(string text)
    {
        var visible = Letters.Compose(Invisible().Replace(EmojiByChoice().Replace(text, " "), ""));
        var meant = LoneMu().Replace(OrdinalForDegree().Replace(visible, "°"), "µ").Replace('\u2010', '-').Replace('\u2011', '-');
        meant = DoubtedYear().Replace(Warning().Replace(TypedArrow().Replace(meant, $" {Arrow} "), " "), "${year}");
        meant = Compared().Replace(meant, match => match.Value switch { ">=" => "≥", "<=" => "≤", _ => "≠" });
        meant = WeighedFigure().Replace(meant, " ");
        meant = ParallelLines().Replace(meant, "∥");
        meant = SecondOfArc().Replace(MinuteOfArc().Replace(meant, "′"), "″");
        meant = TypedPower().Replace(Remainder().Replace(meant, "modulo"), "^");
        meant = DotsBetween().Replace(meant, "… ");
        meant = PlusOrMinus().Replace(meant, "±");
        meant = Face().Replace(Copyright().Replace(meant, "©"), "");
        return OpeningDots().Replace(NoCents().Replace(meant, ""), "");
    }

    /// <summary>Zero-width characters, direction marks, soft hyphens, variation selectors.</summary>
    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]")]
    private static partial Regex Invisible();

    /// <summary>"40ºC": the sign beside it on the keyboard was meant.</summary>
    [GeneratedRegex(@"(?<=\d\s?)[ºo](?=C(?![\p{L}\p{N}]))")]
    private static partial Regex OrdinalForDegree();

    /// <summary>Dots behind an opening mark: what came before is left out.</summary>
    [GeneratedRegex(@"(?<=[(\[«“„‘][\s\u00A0\u202F]?|(?<!\S)[""])(?:\.{3}|…)(?=\s?\p{L})")]
    private static partial Regex OpeningDots();

    /// <summary>A stroke for no cents: "4,– €", "1.250,-".</summary>
    [GeneratedRegex(@"(?<=\d)[,.](?:[–—-]{1,2}(?=\s|$|[.;)€])|\u2012)")]
    private static partial Regex NoCents();

    /// <summary>An arrow between names, figures or notes, "A->D"; a small letter before it may be code, "p->next".</summary>
    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}_.])(?:\p{Lu}[\p{L}\p{N}#♯♭]*|\d+))[-=]{1,2}>(?=\p{Lu}[\p{L}\p{N}#♯♭]*(?![\p{L}\p{N}_(])|\d)")]
    private static partial Regex TypedArrow();

    /// <summary>Comparisons as programs write them, before a figure: "Python &gt;= 3.10".</summary>
    [GeneratedRegex(@"(?<=\s)(?:>=|<=|!=)(?=\s?\d)")]
    private static partial Regex Compared();

    /// <summary>Grams right behind their figure in a calculation that has grams on both sides: "200g × 3 = 600g".</summary>
    [GeneratedRegex(@"(?<=(?<![\p{L}\d])[\d.,]*\d)(?=g\s?[×*÷]\s?[\d.,]+\s?=\s?[\d.,]*\d\s?g(?!\p{L}))"
        + @"|(?<=g\s?[×*÷]\s?[\d.,]+\s?=\s?[\d.,]*\d)(?=g(?!\p{L}))")]
    private static partial Regex WeighedFigure();

    /// <summary>Strokes between lines that never meet: "(MN) // (BC)".</summary>
    [GeneratedRegex(@"(?<=(?:\)|(?<!\p{L})\p{Lu}{2})\s?)//(?=\s?(?:\(|\p{Lu}{2}(?!\p{L})))")]
    private static partial Regex ParallelLines();

    /// <summary>An apostrophe for minutes: "51°30'N".</summary>
    [GeneratedRegex(@"(?<=\d\s?°\s?\d{1,2}(?:[.,]\d+)?)['’](?=\s?(?:\d|[NSEOWL](?!\p{L})|$|[\s,;.)]))")]
    private static partial Regex MinuteOfArc();

    /// <summary>A mark of inches for seconds, behind minutes.</summary>
    [GeneratedRegex(@"(?<=°\s?\d{1,2}′\s?\d{1,2}(?:[.,]\d+)?)(?:[""”]|['’]{2})")]
    private static partial Regex SecondOfArc();

    /// <summary>A power as programs write it: "x**2".</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N})\]])\s?\*\*\s?(?=[\p{L}\p{N}(]+)")]
    private static partial Regex TypedPower();

    /// <summary>The rest of a division as programs write it: "x % 2".</summary>
    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}])\p{L}\s)%(?=\s[\p{L}\p{N}])")]
    private static partial Regex Remainder();

    /// <summary>Dots for words that are left out, without a blank: "did...arrive".</summary>
    [GeneratedRegex(@"(?<=\p{Ll})(?:\.{3}|…)(?=\p{Ll})")]
    private static partial Regex DotsBetween();

    [GeneratedRegex(@"\([cC]\)(?=\s(?:19|20)\d\d)")]
    private static partial Regex Copyright();

    [GeneratedRegex(@"\+/[-−–](?=\s?\d)")]
    private static partial Regex PlusOrMinus();

    /// <summary>A face of punctuation marks, which makes no more sound than one that is drawn.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N}.!?,]\s)(?:[:;=8]-[)(DPpOo/|]|[:;=][)(]|<3)(?=\s|[.,!]|$)")]
    private static partial Regex Face();

    /// <summary>A triangle with an exclamation mark, as it is typed.</summary>
    [GeneratedRegex(@"(?<!\S)/!\\(?!\S)")]
    private static partial Regex Warning();

    /// <summary>A year in doubt that begins or ends a life: "¿1501?–1536", "(1501?–1536)".</summary>
    [GeneratedRegex(@"¿(?<year>\d{3,4})\?(?=\s?[–-]\s?¿?\d)|(?<=\(|[–-]\s?)¿(?<year>\d{3,4})\?|(?<=\(|[–-])(?<year>\d{3,4})\?(?=[)–-])")]
    private static partial Regex DoubtedYear();

    /// <summary>Signs that are marked to be drawn as emoji: a red heart, a sun.</summary>
    [GeneratedRegex(@"[\u2190-\u2BFF]\uFE0F")]
    private static partial Regex EmojiByChoice();

    /// <summary>The Greek letter as a unit's prefix or a variable, not in a Greek word.</summary>
    [GeneratedRegex(@"(?<![\u0370-\u03FF\u1F00-\u1FFF])μ(?![\u0370-\u03FF\u1F00-\u1FFF])")]
    private static partial Regex LoneMu();
}
