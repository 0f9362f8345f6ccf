using System.Diagnostics;
using System.Text;

namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>The official command line, against one server.</summary>
public sealed class TemporalCli(string program, string targetHost)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs a step, again and again where it waits for something.</summary>
    public async Task<CliResult> RunAsync(CliStep step)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            var result = await RunAsync(step.Arguments);
            if (step.Until is null || result.Output.Contains(step.Until, StringComparison.Ordinal))
            {
                return result;
            }

            if (waited.Elapsed > Limit)
            {
                throw new TimeoutException($"temporal {step.Arguments} never answered '{step.Until}': {result.Output}");
            }

            await Task.Delay(Pause);
        }
    }

    private async Task<CliResult> RunAsync(string arguments)
    {
        var start =
            new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in Split(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TEMPORAL_ADDRESS"] = targetHost;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"temporal {arguments} did not end: {await output}{await error}");
        }

        return new CliResult(process.ExitCode, await output + await error);
    }

    /// <summary>Single quotes hold an argument together, as in a shell.</summary>
    private static IEnumerable<string> Split(string arguments)
    {
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var c in arguments + " ")
        {
            if (c == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (c != ' ' || isQuoted)
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
