using System.Text.RegularExpressions;

namespace TemporalVideo.ConformanceReport;

/// <summary>One test of a run.</summary>
/// <param name="Name">Full name with the theory's arguments, as <c>Namespace.Class+Nested.C073_Method(kind: Real)</c>.</param>
/// <param name="Outcome">How it ended.</param>
public sealed partial record TestResult(string Name, TestOutcome Outcome)
{
    /// <summary>What names say of the server.</summary>
    private static readonly (string Words, TestedServer Server)[] WordsOfServers =
    [
        ("OnRealServer", TestedServer.Real), ("ByTheRealServerAlike", TestedServer.Real), ("of the real server", TestedServer.Real),
        ("OnEmbeddedServer", TestedServer.Embedded), ("AsOnTheRealServer", TestedServer.Both), ("OnBothServers", TestedServer.Both),
    ];

    /// <summary>The behaviours that the test shows: every <c>C073</c> or <c>C-073</c> in its name.</summary>
    public IEnumerable<string> Ids => IdPattern().Matches(Name).Select(match => $"C-{match.Groups[1].Value}").Distinct();

    /// <summary>What it ran against: the embedded server, or a part of it, where its name says nothing.</summary>
    public TestedServer Server
    {
        get
        {
            var server = ServerArgument().Match(Name) is { Success: true } argument
                ? Enum.Parse<TestedServer>(argument.Groups[1].Value)
                : TestedServer.None;
            foreach (var (words, said) in WordsOfServers)
            {
                server |= Name.Contains(words, StringComparison.Ordinal) ? said : TestedServer.None;
            }

            return server == TestedServer.None ? TestedServer.Embedded : server;
        }
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])C-?([0-9]{3})(?![A-Za-z0-9])")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"[(, ](?:kind|on|server): (Embedded|Real)\b")]
    private static partial Regex ServerArgument();
}
