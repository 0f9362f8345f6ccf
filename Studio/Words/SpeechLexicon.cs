using System.Collections.Concurrent;
using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TemporalVideo.Studio.Words;

/// <summary>How signs, units, abbreviations and figures are said in one language. Filled from <c>Lexicons/LANGUAGE.yaml</c>.</summary>
internal sealed class SpeechLexicon
{
    private static readonly ConcurrentDictionary<string, SpeechLexicon> Loaded = new();

    private static readonly string[] Known = ["en", "de", "fr", "es", "it", "pt"];

    /// <summary>ISO 639-1 code.</summary>
    public required string Language { get; init; }

    /// <summary>The number one by grammatical gender (m, f, n), as it stands before a noun.</summary>
    public Dictionary<string, string> One { get; init; } = [];

    /// <summary><c>digits</c>: the places after the point one by one; <c>number</c>: as a number.</summary>
    public string Decimals { get; init; } = "digits";

    /// <summary>Phrases with places for their parts, by name.</summary>
    public Dictionary<string, string> Phrases { get; init; } = [];

    /// <summary>Short forms of thousand, million, … after an amount of money.</summary>
    public Dictionary<string, string> Scales { get; init; } = [];

    /// <summary>Words that stand between an amount and its currency.</summary>
    public string[] ScaleWords { get; init; } = [];

    /// <summary>Names of the decades from 00 to 90; empty where they are said as numbers.</summary>
    public string[] Decades { get; init; } = [];

    /// <summary>Names of the months.</summary>
    public string[] Months { get; init; } = [];

    /// <summary>Names of the days, Monday first.</summary>
    public string[] Days { get; init; } = [];

    /// <summary>Short forms of months.</summary>
    public Dictionary<string, string> MonthShort { get; init; } = [];

    /// <summary>Words after which four digits are a year.</summary>
    public string[] YearBefore { get; init; } = [];

    /// <summary>Fraction signs.</summary>
    public Dictionary<string, string> Fractions { get; init; } = [];

    /// <summary>Half of a thing, by its gender; behind a bar, how it is said after the thing. Empty where the fraction does not
    /// change.</summary>
    public Dictionary<string, string> Halves { get; init; } = [];

    /// <summary>Fractions written with a stroke.</summary>
    public Dictionary<string, string> SimpleFractions { get; init; } = [];

    /// <summary>Unit symbols: singular, plural and gender.</summary>
    public Dictionary<string, string[]> Units { get; init; } = [];

    /// <summary>What is measured in a unit whose symbol is a letter, as the words end: only behind them it stands for the unit.</summary>
    public Dictionary<string, List<string>> Quantities { get; init; } = [];

    /// <summary>Prefixes of units: <c>k</c> is kilo.</summary>
    public Dictionary<string, string> Prefixes { get; init; } = [];

    /// <summary>Units that stand behind a prefix; alone their sign means something else as often as not.</summary>
    public Dictionary<string, string[]> Prefixed { get; init; } = [];

    /// <summary>What signs are called in code, where they do not compute.</summary>
    public Dictionary<string, string> Code { get; init; } = [];

    /// <summary>Currency signs and codes: singular and plural of the whole and of its hundredth.</summary>
    public Dictionary<string, string[]> Currencies { get; init; } = [];

    /// <summary>Abbreviations in full.</summary>
    public Dictionary<string, string> Abbreviations { get; init; } = [];

    /// <summary>Abbreviations that count only before a number, or after one.</summary>
    public HashSet<string> NeedsNumber { get; init; } = [];

    /// <summary>Signs in words.</summary>
    public Dictionary<string, string> Signs { get; init; } = [];

    /// <summary>Names of functions.</summary>
    public Dictionary<string, string> Functions { get; init; } = [];

    /// <summary>Names of lower-case Greek letters.</summary>
    public Dictionary<string, string> Greek { get; init; } = [];

    /// <summary>Acronyms that are read as words.</summary>
    public HashSet<string> Said { get; init; } = [];

    /// <summary>Ordinary words that are set in capitals for emphasis.</summary>
    public HashSet<string> Emphasis { get; init; } = [];

    /// <summary>Words of up to three letters that are no product of variables.</summary>
    public HashSet<string> ShortWords { get; init; } = [];

    /// <summary>Letters beyond a to z, lower case, that the language's voice knows.</summary>
    public string Letters { get; init; } = "";

    /// <summary>Abbreviations that end no sentence, without their last stop.</summary>
    public HashSet<string> SentenceAbbreviations { get; init; } = [];

    /// <summary>Abbreviations that end one only before a capital letter.</summary>
    public HashSet<string> SentenceMaybe { get; init; } = [];

    /// <summary>The lexicon of a language.</summary>
    /// <param name="tag">IETF tag, such as <c>en</c> or <c>de-AT</c>.</param>
    /// <returns>Null when the language has none.</returns>
    public static SpeechLexicon? For(string tag)
    {
        var code = CodeOf(tag);
        return Known.Contains(code) ? Loaded.GetOrAdd(code, Load) : null;
    }

    /// <summary>The primary language of a tag, lower case.</summary>
    public static string CodeOf(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();

    /// <summary>A phrase with its places filled.</summary>
    public string Phrase(string name, params object[] parts) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Phrases[name], parts);

    private static SpeechLexicon Load(string code)
    {
        var name = $"TemporalVideo.Studio.Words.Lexicons.{code}.yaml";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lexicon = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
            .Deserialize<SpeechLexicon>(reader);
        lexicon.AddPrefixes();
        return lexicon;
    }

    /// <summary>Units with each prefix, where the lexicon has no word of their own for them: µF, MΩ, mAh.</summary>
    private void AddPrefixes()
    {
        string[] bases = ["A", "V", "W", "Hz", "Ω", "J", "eV", "Pa", "N", "mol", "bit", .. Prefixed.Keys];
        foreach (var sign in bases)
        {
            var words = Prefixed.GetValueOrDefault(sign) ?? Units[sign];
            foreach (var (prefix, name) in Prefixes.Where(pair => $"{pair.Key}{sign}" is not ("pH" or "mC" or "TC" or "MC")))
            {
                Units.TryAdd($"{prefix}{sign}", [.. words.Take(2).Select(word => Joined(name, word)), .. words.Skip(2)]);
            }

            if (sign.Length > 1)
            {
                Units.TryAdd(sign, words);
            }
        }
    }

    private string Joined(string prefix, string word) =>
        Language == "de" ? prefix + char.ToLowerInvariant(word[0]) + word[1..] : prefix + word;
}
