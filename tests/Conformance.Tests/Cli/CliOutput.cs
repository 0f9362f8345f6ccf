using System.Text.RegularExpressions;

namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>Takes out of an output what no two runs have in common: ids, times, processes, sizes, the frames of stacks.</summary>
internal static partial class CliOutput
{
    public static string Normalize(string output)
    {
        output = Frame().Replace(output, "");
        output = Uuid().Replace(output, "UUID");
        output = Time().Replace(output, "TIME");
        output = Ago().Replace(output, "AGO");
        output = Duration().Replace(output, "DURATION");
        output = Process().Replace(output, "PROCESS");
        output = Size().Replace(output, "$1 SIZE");
        output = Number().Replace(output, "\"$1\": NUMBER");
        return LineEnd().Replace(Blanks().Replace(output, " "), "").Trim();
    }

    /// <summary>Columns are as wide as what was masked in them.</summary>
    [GeneratedRegex(" +$", RegexOptions.Multiline)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^\s*at .*\n", RegexOptions.Multiline)]
    private static partial Regex Frame();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(\d+|a few|a long) (millisecond|second|minute|hour|while)s?( ago| from now)?|\bnow\b")]
    private static partial Regex Ago();

    [GeneratedRegex(@"\b[\d.]+(ms|µs|s)\b")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\d+@[\w.-]+")]
    private static partial Regex Process();

    [GeneratedRegex(@"(HistorySize|StateTransitionCount)\s+\d+")]
    private static partial Regex Size();

    [GeneratedRegex("\"(historySizeBytes|taskId|stateTransitionCount)\": \"?\\d+\"?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Blanks();
}
