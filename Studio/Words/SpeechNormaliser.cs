using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Writes out what a voice would not read as a person does: large and broken numbers, years, dates, times, units, money, signs, formulas,
/// abbreviations and
/// acronyms. Nothing is dropped: what has no rule is handed back in <see cref="SpokenText.UnknownSigns"/>.
/// Languages with rules: English, German, French, Spanish, Italian, Portuguese. In others figures stay, signs are said as
/// <see cref="PlainLanguage"/> knows them, and those without a rule are handed back.
/// </summary>
public sealed partial class SpeechNormaliser
{
    private static readonly ConcurrentDictionary<string, SpeechNormaliser> ByTag = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Fractions =
        "1/2½ 1/3⅓ 2/3⅔ 1/4¼ 3/4¾ 1/5⅕ 2/5⅖ 3/5⅗ 4/5⅘ 1/6⅙ 5/6⅚ 1/8⅛ 3/8⅜ 5/8⅝ 7/8⅞"
        .Split(' ').ToDictionary(pair => pair[..^1], pair => pair[^1..]);

    private readonly IReadOnlyList<SpeechRule> _rules;
    private readonly LetterRules _letters;
    private readonly MathWords? _maths;
    private readonly SpeechLexicon? _lexicon;
    private readonly CompoundUnits? _compounds;
    private readonly BracketedUnits? _bracketed;
    private readonly Separators? _reads;
    private readonly string _language;

    private SpeechNormaliser(string tag)
    {
        var lexicon = SpeechLexicon.For(tag);
        _language = SpeechLexicon.CodeOf(tag);
        _letters = new LetterRules(tag, lexicon);
        if (lexicon is null)
        {
            _rules = PlainLanguage.For(tag) is { } plain ? [.. plain.Rules(Separators.For(tag), tag)] : [];
            return;
        }

        var separators = Separators.For(tag);
        _lexicon = lexicon;
        _reads = separators;
        var numbers = new NumberWords(lexicon, tag);
        var units = new UnitRules(lexicon, numbers, separators);
        _compounds = new CompoundUnits(lexicon, numbers);
        _bracketed = new BracketedUnits(lexicon, units, _compounds);
        var chemistry = new ChemistryRule(lexicon, numbers);
        _maths = new MathWords(lexicon, numbers, separators, units, _compounds);
        _rules =
        [
            AbbreviationRules.Reference(lexicon), NumberRules.Chain(), .. NumberRules.Divisions(lexicon),
            .. AddressRules.Of(lexicon, numbers, separators),
            new FormulaRule(_maths),
            .. PlaceRules.Of(lexicon, numbers, separators), .. InchRules.Of(lexicon), .. ScoreRules.Of(lexicon),
            .. CalendarRules.Of(lexicon, numbers),
            .. AbbreviationRules.Of(lexicon), .. NamingNumberRules.Of(lexicon, numbers),
            .. DateRules.Of(lexicon, numbers, tag),
            .. GeneRules.Of(lexicon, numbers), .. ChessRules.Of(lexicon),
            .. RateRules.Of(lexicon, numbers, separators),
            .. NoteRules.Of(lexicon),
            .. StrokeRules.Of(lexicon),
            .. PartRules.Of(lexicon, units), .. lexicon.Language == "it" ? ItalianOrdinals.Of(numbers) : [],
            .. ChordRules.Of(lexicon, numbers),
            chemistry,
            units.MeasuredIn,
            new MathRule(_maths),
            .. MoneyRules.Of(lexicon, numbers, separators),
            .. units.Rules,
            .. YearRules.Of(lexicon, numbers, units),
            .. NumberRules.Of(lexicon, numbers, separators),
            .. AcronymRules.Of(lexicon, numbers),
            .. ArrowRules.Of(lexicon),
            .. SignRules.Of(lexicon),
        ];
    }

    /// <summary>The normaliser of a language.</summary>
    /// <param name="language">IETF tag, such as <c>en</c>, <c>de-AT</c> or <c>pt-BR</c>.</param>
    public static SpeechNormaliser For(string language)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        return ByTag.GetOrAdd(language.Replace('_', '-'), tag => new SpeechNormaliser(tag));
    }

    /// <summary>Whether formulas are said as LaTeX; in other languages only as a line of text.</summary>
    /// <param name="language">IETF tag.</param>
    public static bool SaysFormulas(string language) => SpeechLexicon.For(language) is not null;

    /// <summary>A text as it is to be read.</summary>
    /// <param name="text">Plain text, one sentence or more; formulas may stand in it as LaTeX between <c>$…$</c>, <c>\(…\)</c> or
    /// <c>\[…\]</c>.</param>
    public SpokenText Speak(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = _lexicon is null || _compounds is null || _bracketed is null ? text
            : _bracketed.Written(_compounds.Written(NamedSigns.Written(text, _lexicon)));
        text = CountedHeading().Replace(AbbreviationRules.Counted(text, _language), ",");
        text = _maths is null || _language == "en" ? text : RomanMonth().Replace(text, match =>
            RomanNumerals.Value(match.Groups["m"].Value) is <= 12 and var month
                ? $"{match.Groups["day"].Value}.{month}.{match.Groups["year"].Value}" : match.Value);
        text = TypedSigns.Plain(Badges.OnTheLine(StackedFraction().Replace(text, match =>
            $"{Scripted.Plain(match.Groups["a"].Value)}/{Scripted.Plain(match.Groups["b"].Value)}")))
            .Replace('٫', '.');
        text = _maths is null ? text : Hurried(NoteRules.WithDegrees(
            BehindAReaction().Replace(text.Contains('=', StringComparison.Ordinal) ? text : Between().Replace(text, ", "), ", ")));
        text = _reads == Separators.Point ? LonePoint().Replace(text, "0") : text;
        var spoken = new StringBuilder();
        var unknown = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (Piece(text, at) is { } piece)
            {
                Append(spoken, piece.Words);
                unknown.AddRange(piece.Unknown ?? []);
                at += piece.Length;
            }
            else
            {
                at += _letters.Copy(text, at, spoken, unknown);
            }
        }

        var words = Tidy(spoken.ToString());
        words = _language == "en" ? IsBehindWith().Replace(words, "") : words;
        return new SpokenText(_language == "it" ? ItalianArticle().Replace(words, "${in}ei ") : words, [.. unknown.Distinct()]);
    }

    /// <summary>A formula as it is to be read: "x squared plus one".</summary>
    /// <param name="latex">LaTeX without delimiters; plain notation is read as well.</param>
    public SpokenText SpeakFormula(string latex)
    {
        ArgumentNullException.ThrowIfNull(latex);
        return _maths is null ? Speak(latex) : Speak($@"\({latex}\)");
    }

    private SpokenPiece? Piece(string text, int at)
    {
        if (char.IsWhiteSpace(text[at]) || (at > 0 && char.IsAsciiLetter(text[at]) && char.IsAsciiLetter(text[at - 1])))
        {
            return null;
        }

        foreach (var rule in _rules)
        {
            if (rule.At(text, at) is { } piece)
            {
                return piece;
            }
        }

        return null;
    }

    /// <summary>Words stand apart from letters and figures beside them.</summary>
    private static void Append(StringBuilder spoken, string words)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (spoken.Length > 0 && char.IsLetterOrDigit(words[0]) && !char.IsWhiteSpace(spoken[^1])
            && !"-'’".Contains(spoken[^1], StringComparison.Ordinal))
        {
            spoken.Append(' ');
        }

        spoken.Append(words).Append(LetterRules.Gap);
    }

    /// <summary>Powers that were typed on the line ("5 km3"), and units with a negative one ("2700 kg·m⁻³", "5 m s^-1").</summary>
    private static string Hurried(string text) => MarkedLetter().Replace(NegativePower().Replace(MixedNumber().Replace(
        PlainPower().Replace(Exponent().Replace(Point().Replace(text, " ${x}, ${y}"), "${a} × 10^${b}"), match =>
        match.Groups["unit"].Value + (match.Groups["power"].Value == "2" ? "²" : "³")), match =>
            match.Groups["whole"].Value + Fractions[match.Groups["part"].Value]), match =>
            $"{match.Groups["one"].Value}/{match.Groups["two"].Value}{match.Groups["power"].Value switch
            {
                "⁻²" or "^-2" or "^−2" => "²",
                "⁻³" or "^-3" or "^−3" => "³",
                _ => "",
            }}"), match => match.Value[0] switch
            {
                '\u0233' => "y\u0304",
                '\u0177' => "y\u0302",
                '\u1E8B' => "x\u0307",
                _ => "y\u0307",
            });

    private static string Tidy(string text)
    {
        text = text.Replace($"{LetterRules.Gap} ", " ", StringComparison.Ordinal);
        text = GapBeforeLetter().Replace(text, " ").Replace(LetterRules.Gap.ToString(), "", StringComparison.Ordinal);
        text = Spaces().Replace(text, " ");
        text = SpaceBeforeMark().Replace(text, "$1");
        text = RepeatedComma().Replace(text, ", ");
        text = CommaBeforeMark().Replace(text, "$1");
        text = ColonBeforeMark().Replace(text, "");
        text = CommaAfterMark().Replace(text, "$1");
        text = RepeatedStop().Replace(text, ".");
        return LoneStop().Replace(text, "").Trim(' ', ',');
    }

    /// <summary>A point between parts of a line, no product: "15 min · Serves 8".</summary>
    [GeneratedRegex(@"\s·\s(?=\p{Lu}\p{Ll}+\.?\s\p{Lu}\p{Ll})|\s·\s(?=.*(?<=·\s)[\p{Lu}\p{N}]?\p{Ll}{3,})"
        + @"|(?<=\p{L}{3,}(?:\s\d+)?)\s·\s(?=\p{Lu}?\p{Ll}{3,}|\p{Lu}\p{Ll}+\s\p{Ll}|\d)")]
    private static partial Regex Between();

    /// <summary>"with T about 300 kelvin": behind "with" there is no other verb.</summary>
    [GeneratedRegex(@"(?<=\bwith\s[\p{L}\d]{1,6}(?:\s[\p{L}\d]+){0,2}\s)is\s(?=about\s)")]
    private static partial Regex IsBehindWith();

    /// <summary>"in i numeri reali": a preposition before the name of a set.</summary>
    [GeneratedRegex(@"\bi(?<in>n)\si\s(?=numeri)|\b(?<in>d|a)i\si\s(?=numeri)")]
    private static partial Regex ItalianArticle();

    /// <summary>What is known of a reaction stands behind it: "A → B · ΔH = −92 kJ".</summary>
    [GeneratedRegex(@"(?<=[→⇌][^·]*)\s·\s(?=Δ|\p{Lu}\p{Ll})")]
    private static partial Regex BehindAReaction();

    /// <summary>Variables with a mark above that are one character.</summary>
    [GeneratedRegex(@"(?<!\p{L})[\u0233\u0177\u1E8B\u1E8F](?!\p{L})")]
    private static partial Regex MarkedLetter();

    /// <summary>A date with its month as a Roman number: "19-VI-2014".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<day>[0-3]?\d)(?<sep>[-./])(?<m>[IVX]{1,4})\k<sep>(?<year>[12]\d{3})(?![\p{L}\p{N}])")]
    private static partial Regex RomanMonth();

    /// <summary>".5" without its zero.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,)])(?=\.\d)")]
    private static partial Regex LonePoint();

    /// <summary>"= 4 1/4" in a calculation.</summary>
    [GeneratedRegex(@"(?<=[=+×÷−]\s?)(?<whole>\d{1,3})\s(?<part>1/[234568]|2/[35]|3/[458]|4/5|5/[68]|7/8)(?![\d/])")]
    private static partial Regex MixedNumber();

    /// <summary>A point by its coordinates: "P(2|−3)".</summary>
    [GeneratedRegex(@"(?<=\p{Lu})\((?<x>[−-]?[\d.,]+)\s?\|\s?(?<y>[−-]?[\d.,]+)\)")]
    private static partial Regex Point();

    /// <summary>As calculators and programs write powers of ten: "5.4E23", "1e-19".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}._])(?<a>\d+(?:[.,]\d+(?=[eE])|(?=e\d{1,2}\b|[eE][+−-])))[eE]\+?(?<b>[−-]?\d{1,3})(?![\p{L}\p{N}_])")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"(?<=(?:\d\s?|\d\s?\p{L}{1,3}/))(?<unit>km|dm|cm|mm|m|s)(?<power>[23])(?![\p{L}\p{N}.,]?[\p{L}\p{N}])")]
    private static partial Regex PlainPower();

    [GeneratedRegex(@"(?<=\d[\s\u00A0]?)(?<one>[µkMGmcd]?(?:g|m|J|W|N|V|A|mol|L|l|C|Pa))(?:[·⋅]|\s)"
        + @"(?<two>k?g|[kmd]?m|cm|s|K|k?mol|L|l|h|Pa)(?<power>⁻[¹²³]|\^[-−][123])(?![\p{L}\p{N}])")]
    private static partial Regex NegativePower();

    /// <summary>"2°) Résultats".</summary>
    [GeneratedRegex(@"(?<=^\d{1,2})[°º]\)")]
    private static partial Regex CountedHeading();

    /// <summary>A fraction of raised and lowered figures: "³⁄₄".</summary>
    [GeneratedRegex("(?<a>[⁰¹²³⁴-⁹]+)[⁄/](?<b>[₀-₉]+)")]
    private static partial Regex StackedFraction();

    [GeneratedRegex("\uE000(?=[\\p{L}\\p{N}])")]
    private static partial Regex GapBeforeLetter();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([.,;:!?])")]
    private static partial Regex SpaceBeforeMark();

    [GeneratedRegex(@"(?:,\s*){2,}|,(?=\s)\s*")]
    private static partial Regex RepeatedComma();

    [GeneratedRegex(@",\s*([.;:!?])")]
    private static partial Regex CommaBeforeMark();

    /// <summary>What followed the colon was not said, or a sentence ended within another one.</summary>
    [GeneratedRegex(@"[:.]\s*(?=;)|:\s*(?=,)")]
    private static partial Regex ColonBeforeMark();

    /// <summary>What is left at the start of a sentence whose first words were not said.</summary>
    [GeneratedRegex(@"^\s*[.,;:!?]+\s+(?=\p{L})")]
    private static partial Regex LoneStop();

    [GeneratedRegex(@"(?<!\.)\.\.(?!\.)")]
    private static partial Regex RepeatedStop();

    [GeneratedRegex(@"([.;:!?])\s*,")]
    private static partial Regex CommaAfterMark();
}
