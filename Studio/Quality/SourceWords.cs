using System.Net;
using System.Text.RegularExpressions;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Quality;

/// <summary>
/// The words of a lesson, read by a few patterns and not by the reader that the story was planned with: a second opinion on what the
/// lesson says.
/// </summary>
internal sealed partial class SourceWords
{
    // Marks of footnotes, addresses and the like may stand between two words of a sentence.
    private const int MostBetween = 4;

    private readonly List<string> _words;
    private readonly ILookup<string, int> _places;
    private readonly List<SourceWords> _blocks = [];

    // It points to its figures by names, which become numbers.
    private readonly bool _refers;

    /// <param name="lesson">The lesson as it was written.</param>
    public SourceWords(string lesson)
        : this([.. Of(WithoutMarkup(lesson)), .. Boxes().Matches(lesson).Select(box => box.Groups[1].Value)]) =>
        (_refers, _blocks) = (References().IsMatch(lesson),
            [.. Blocks(lesson).Select(block => new SourceWords([.. Of(WithoutMarkup(block))]))]);

    private SourceWords(List<string> words)
    {
        _words = words;
        _places = words.Index().ToLookup(word => word.Item, word => word.Index, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether the lesson says this, word for word and in this order; or all parts of it where it has the form of a row or a list that is
    /// read out: "Loire: length 1006 km, mouth the Atlantic".
    /// </summary>
    public bool Say(string text) => Say([.. Of(text)])
        || (_refers && Numbered().IsMatch(text) && Say([.. Of(Numbered().Replace(text, ""))]))
        || (Row().IsMatch(text) && Parts().Split(text).All(SayPart));

    private bool Say(List<string> wanted) => wanted.Count == 0 || _places[wanted[0]].Any(start => Follows(wanted, start));

    /// <summary>A part of a row is a cell, or the name of its column and the cell.</summary>
    private bool SayPart(string part)
    {
        var words = Of(part).ToList();
        return Enumerable.Range(0, Math.Max(1, words.Count)).Any(name => Say(words[..name]) && Say(words[name..]));
    }

    /// <summary>
    /// Whether the lesson gives a value to what is called so: in one row of a table, or in one paragraph where no row speaks of it.
    /// </summary>
    public bool Give(string label, string value)
    {
        var about = _blocks.Where(block => block.Speaks(label)).ToList();
        return about.Any(block => block.Say(value)) || (Say(value) && !about.Exists(block => block._words.Exists(IsFigure)));
    }

    private bool Speaks(string label)
    {
        var words = Of(label).ToList();
        return 2 * words.Count(_places.Contains) >= words.Count;
    }

    private bool Follows(List<string> wanted, int start)
    {
        var at = start;
        foreach (var word in wanted.Skip(1))
        {
            var next = _words.FindIndex(at + 1, Math.Min(MostBetween + 1, _words.Count - at - 1),
                other => string.Equals(other, word, StringComparison.OrdinalIgnoreCase));
            if (next < 0)
            {
                return false;
            }

            at = next;
        }

        return true;
    }

    private static bool IsFigure(string word) => char.IsDigit(word[0]);

    /// <summary>The words of a text; figures are words of their own, and raised ones are figures.</summary>
    private static IEnumerable<string> Of(string text) =>
        Word().Matches(Raised().Replace(
            string.Concat(Letters.Compose(text).Select(LatexSigns.LetterOf)),
            raised => $" {Scripted.Plain(raised.Value)} ")).Select(match => match.Value);

    /// <summary>The rows of tables one by one, all else by paragraphs.</summary>
    private static IEnumerable<string> Blocks(string lesson) => Gap().Split(lesson.ReplaceLineEndings("\n"))
        .SelectMany(paragraph => paragraph.Contains('|') ? paragraph.Split('\n') : [paragraph]);

    private static string WithoutMarkup(string lesson) => Commands().Replace(
        WebUtility.HtmlDecode(Functions().Replace(Hidden().Replace(Parted().Replace(lesson, ""), " "), " ")),
        command => LatexSigns.Greek.TryGetValue(command.Value.TrimStart('\\'), out var letter) ? $" {letter} " : " ");

    [GeneratedRegex(@"[\p{L}\p{M}]+|\p{N}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"@(?:eq|fig|tbl|sec)-|\\(?:eq)?ref\{")]
    private static partial Regex References();

    [GeneratedRegex(@"\b(?:Equation|Figure|Table|Section) \d+|\(\d+\)")]
    private static partial Regex Numbered();

    [GeneratedRegex("[⁰¹²³⁴-⁹₀-₉ⁿⁱᵃᵇᶜᵈᵉᵏᵐᵖᵗˣʸᵀₐ-ₜᵢᵣᵤᵥⱼ]+")]
    private static partial Regex Raised();

    [GeneratedRegex(@"^[^:]{1,40}:\s")]
    private static partial Regex Row();

    [GeneratedRegex(@"[:;,]\s+")]
    private static partial Regex Parts();

    /// <summary>What a box is called: "tip", "note".</summary>
    [GeneratedRegex(@"(?:^|\n)(?::::+\s*\{?\.?|!!!\s+|>\s*\[!)(\w+)|(?<=:::[^\n]*)title=""(?<1>[^""]*)")]
    private static partial Regex Boxes();

    [GeneratedRegex(@"\n\s*\n|</tr>")]
    private static partial Regex Gap();

    /// <summary>The stroke before a function whose name is its word: "\sin x".</summary>
    [GeneratedRegex(@"(?<![A-Za-z:])\\(?=(?:sin|cos|tan|cot|arcsin|arccos|arctan|sinh|cosh|tanh|ln"
        + @"|log|lg|exp|lim|max|min|det|dim|ker|gcd)(?![A-Za-z]))")]
    private static partial Regex Functions();

    /// <summary>A word that the end of a line has parted.</summary>
    [GeneratedRegex(@"(?<=\p{L}{2})-\r?\n {0,3}(?=\p{Ll}{2})")]
    private static partial Regex Parted();

    [GeneratedRegex(@"`(?:r|python)\s[^`]*\([^`]*`|<!--.*?-->|<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?<![A-Za-z:])\\[A-Za-z]+|\{[:.#][^{}\n]*\}|\]\([^)\n]*\)|\[\^\w+\]|:[a-z]\w*:"
        + @"|</?(?:a|abbr|b|blockquote|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure"
        + @"|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|q|s|section|small|span|strong|sub|summary|sup"
        + @"|table|tbody|td|th|thead|tr|u|ul|video)\b[^>]*>")]
    private static partial Regex Commands();
}
