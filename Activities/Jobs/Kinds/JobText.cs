using System.Text.RegularExpressions;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs.Kinds;

/// <summary>Texts of templates with values in them: <c>${NAME}</c> is what a command would find under that name.</summary>
internal static partial class JobText
{
    /// <exception cref="ApplicationFailureException">A name has no value.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Slot().Replace(
        text,
        match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : throw new ApplicationFailureException(
            $"'{match.Value}' has no value: there is no parameter, cell of a matrix, variable or secret of that name.",
            errorType: FailureTypes.JobFailed, nonRetryable: true));

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Slot();
}
