using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Formulas;

/// <summary>
/// Sets formulas with <see href="https://www.mathjax.org">MathJax</see>, which comes with the product and runs in Node.js: all that are new
/// of a story in one go.
/// Without Node.js, or where MathJax cannot read a formula, it stays unset, and is shown as a line of text.
/// </summary>
internal static partial class FormulaSetter
{
    /// <summary>Before a formula that stands within a line.</summary>
    public const string TextStyle = @"\textstyle ";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentDictionary<string, SetFormula?> Kept = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Sets the formulas of a story that were not set before.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task PrepareAsync(Story story, CancellationToken cancellationToken) => await PrepareAsync(
        story.Segments.Select(segment => segment.Diagram).Where(diagram => diagram is { Kind: DiagramKind.Formula, Text.Length: > 0 })
            .Select(diagram => diagram!.Text!)
            .Concat(story.Segments.SelectMany(segment => segment.Formulas).Select(InlineFormulas.Inline)),
        cancellationToken);

    /// <summary>Sets formulas that were not set before.</summary>
    public static async Task PrepareAsync(IEnumerable<string> formulas, CancellationToken cancellationToken)
    {
        List<string> latex = [.. formulas.Distinct(StringComparer.Ordinal)];
        if (latex.TrueForAll(Kept.ContainsKey))
        {
            return;
        }

        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            latex.RemoveAll(Kept.ContainsKey);
            if (latex.Count > 0 && await RunAsync(latex, cancellationToken) is { } drawn)
            {
                for (var i = 0; i < latex.Count; i++)
                {
                    Kept[latex[i]] = SetFormula.Of(drawn[i]);
                }
            }
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>A formula that was set; null when it could not be.</summary>
    public static SetFormula? Find(string latex) => Kept.GetValueOrDefault(latex);

    private static async Task<string?[]?> RunAsync(List<string> latex, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            var result = await Cli.Wrap("node")
                .WithArguments([Path.Combine(AppContext.BaseDirectory, "formulas", "typeset.cjs"),
                    Path.Combine(AppContext.BaseDirectory, "formulas", "mathjax")])
                .WithStandardInputPipe(PipeSource.FromString(JsonSerializer.Serialize(latex.Select(AsSet))))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(limit.Token);
            return result.IsSuccess && JsonSerializer.Deserialize<string?[]>(result.StandardOutput) is { } drawn
                && drawn.Length == latex.Count ? drawn : null;
        }
        catch (Exception exception) when (exception is Win32Exception or JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>As MathJax is to read it: chemical equations stand upright, several lines in an environment.</summary>
    private static string AsSet(string latex) => latex.StartsWith(TextStyle, StringComparison.Ordinal)
        ? TextStyle + AsSet(latex[TextStyle.Length..])
        : IsChemistry(latex) ? $@"\mathrm{{{latex}}}" : Lines(latex);

    // An arrow, and no letters but the signs of elements: H, C, O and the like, or two letters of which the second is small.
    private static bool IsChemistry(string latex) =>
        Arrow().IsMatch(latex) && !latex.Contains(@"\\", StringComparison.Ordinal) && !latex.Contains(@"\ce", StringComparison.Ordinal)
        && Elements().IsMatch(Arrow().Replace(latex, ""));

    /// <summary>Several lines need an environment around them, or they run into one.</summary>
    private static string Lines(string latex) =>
        !latex.Contains(@"\\", StringComparison.Ordinal) || latex.Contains(@"\begin", StringComparison.Ordinal) ? latex
        : latex.Contains('&', StringComparison.Ordinal) ? $@"\begin{{aligned}}{latex}\end{{aligned}}"
        : $@"\begin{{gathered}}{latex}\end{{gathered}}";

    [GeneratedRegex(@"\\(?:long)?(?:right|left|leftright)arrow|\\rightleftharpoons|\\to\b|→|⇌")]
    private static partial Regex Arrow();

    [GeneratedRegex(
        @"^(?:H|B|C|N|O|F|P|S|K|V|Y|I|W|U|He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Br|Kr|Ag|Sn|Xe|Ba|Pt|Au|Hg|Pb|"
        + @"[\d\s+\-^_{}()\[\],.]|\\,|\\;|\\quad)+$")]
    private static partial Regex Elements();
}
