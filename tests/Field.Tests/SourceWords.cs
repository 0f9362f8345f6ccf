using System.Net;
using System.Text.RegularExpressions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Field.Tests;

/// <summary>
/// The words of a lesson's file, read by nothing but a few patterns, and the words of its story: a second opinion on whether something was
/// lost. Markup goes;
/// a word is a run of letters or figures.
/// </summary>
internal static partial class SourceWords
{
    private const string ScriptedLetters = "ⁿⁱᵃᵇᶜᵈᵉᵏᵐᵖᵗˣʸᵀₐₑₒₓₕₖₗₘₙₚₛₜᵢᵣᵤᵥⱼ";
    private const string PlainLetters = "niabcdekmptxyTaeoxhklmnpstiruvj";

    /// <summary>The words of the file that the story neither says, shows nor lists.</summary>
    public static IReadOnlyList<string> Lost(string lesson, Story story)
    {
        var carried = Of(string.Join('\n', Texts(story))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Of(WithoutMarkup(lesson)).Where(word => !carried.Contains(word)).Distinct()];
    }

    private static IEnumerable<string> Texts(Story story) =>
    [
        story.Title,
        .. story.Segments.SelectMany(segment => (string[])
        [
            segment.Title, segment.Narration, .. segment.KeyPoints, segment.Diagram?.Text ?? "", segment.Diagram?.CodeLanguage
                ?? "", segment.Diagram?.Caption ?? "",
            segment.Diagram?.Picture ?? "",
            .. segment.Diagram?.Columns ?? [],
            .. (segment.Diagram?.Items ?? []).SelectMany(item => item.Values.Select(value => value.Text).Append(item.Label)),
        ]),
        .. story.NotInVideo.Select(item => item.What),
    ];

    private static IEnumerable<string> Of(string text) =>
        Word().Matches(Scripted().Replace(text, match =>
                $" {PlainLetters[ScriptedLetters.IndexOf(match.Value, StringComparison.Ordinal)]} "))
            .Select(match => Plain(match.Value));

    /// <summary>Raised and lowered figures are figures, and ligatures are letters.</summary>
    private static string Plain(string word) =>
        string.Concat(word.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at
        ? (char)('0' + (at % 10)) : c));

    private static string WithoutMarkup(string lesson)
    {
        var text = Settings().Replace(WebUtility.HtmlDecode(Parted().Replace(lesson, "")), match => match.Groups["title"].Value);
        text = Commands().Replace(text, " ");
        return Hidden().Replace(text, " ");
    }

    [GeneratedRegex(@"(?<=\p{L}{2})-\n(?=\p{Ll}{2})")]
    private static partial Regex Parted();

    /// <summary>Raised and lowered letters are letters by themselves.</summary>
    [GeneratedRegex($"[{ScriptedLetters}]")]
    private static partial Regex Scripted();

    [GeneratedRegex(@"[\p{L}\p{M}]+|\p{Nd}+|[⁰¹²³⁴-⁹₀-₉]+|\p{N}")]
    private static partial Regex Word();

    /// <summary>The head of a lesson but its title.</summary>
    [GeneratedRegex(@"\A(?<mark>---|\+\+\+)\n(?:(?:title\s*[:=]\s*(?<title>[^\n]*))\n|(?!\k<mark>)[^\n]*\n)*\k<mark>")]
    private static partial Regex Settings();

    /// <summary>LaTeX commands, attributes, marks of boxes, code fences, tags and addresses, settings in comments.</summary>
    [GeneratedRegex(
        @"^:[\w-]+:.*$|^\s*(?:[IVX]{1,5}|[A-H])\.\s|\\(?:label|(?:eq)?ref|cite|mathbb)\{[^{}]*\}"
            + @"|\\(?:begin|end)\{\w+\}|\\[A-Za-z]+|\{[:.#][^{}\n]*\}|\{[\w-]+=[^{}\n]*\}|^\s*:{3,}.*$|^(?:!!!|\?\?\?)\s+\w+|\[!\w+\]"
            + @"|<!--\s*_\w+:.*?-->|</?\w[^>]*>|\]\([^)\n]*\)|:\w+:"
        + @"|\{%-?\s*(?:end)?highlight.*?%\}|^\[\^\w+\]:|\[\^\w+\]|^\s*(?:\d+[.)]|o\t)|#\^[\w-]+(?=\]\])|\[x\]|^Notes?:"
        + @"|^bg right.*$|bg right:\d+%"
        + @"|\{\{[<%].*?[>%]\}\}"
        + @"|^Term$|^\s*(?:`{3,}|:{3,})\s*\{[^{}]*\}(?:\s*i?python\d?)?|^\([\w:-]+\)=|\{[a-z:]+\}(?=`)|(?<=`)[^`<>\n]*%s|<[\w-]+>(?=`)"
        + @"|@(?:fig|eq|tbl|sec)-[\w-]+|\{#[^{}]*\}|\s\^[a-z]\w+$|\|\d+(?=\]\])",
        RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"<script.*?</script>|alert\(""x""\)", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
