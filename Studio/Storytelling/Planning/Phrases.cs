using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>The few words of grammar that planning looks at, English and German.</summary>
internal static partial class Phrases
{
    /// <summary>The sentence leans on the one before it and cannot be spoken alone.</summary>
    public static bool LeansBack(string sentence) => Leaning().IsMatch(sentence);

    /// <summary>The sentence says what follows from those before it.</summary>
    public static bool IsConsequence(string sentence) => Consequence().IsMatch(sentence);

    /// <summary>The consequence without the word that leads to it.</summary>
    public static string WithoutConnective(string sentence) => Capitalise(Consequence().Replace(sentence, ""));

    public static bool IsRecap(string heading) => Recap().IsMatch(heading);

    public static bool SpeaksOfCycle(string text) => Cycle().IsMatch(text);

    public static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^(it|its|they|their|them|this|that|these|those|he|she|his|her|and|but|so|then|yet|there|here|such|thus|therefore|some of|most of|both|together|also|often|on that|by the time|er|sie|es|ihr|ihre|dies|diese|dieser|dieses|das|dabei|dadurch|deshalb|darum|daher|und|aber|doch|dann|so|dort|davon|dafür|damit|beide|zusammen|auch|oft)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();

    [GeneratedRegex(@"^(so|therefore|thus|hence|that is why|this is why|as a result,?)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Consequence();

    [GeneratedRegex(@"\b(remember|summary|conclusion|conclusions|in short|recap|takeaways?|key points|merke?|merken|fazit|zusammenfassung|kurz gesagt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Recap();

    [GeneratedRegex(@"(\bcycles?\b|\bloop\b|kreislauf|\bzyklus\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Cycle();
}
