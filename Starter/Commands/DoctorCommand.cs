using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Starter.Checks;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter doctor</c>: checks that this machine has what it takes.</summary>
internal static class DoctorCommand
{
    public static Command Build() => new Command("doctor", "Check the tools, fonts, configuration, folders and the Temporal server.")
        .Does(async (parsed, cancellationToken) =>
    {
        var findings = await MachineChecks.RunAsync(parsed, cancellationToken);
        foreach (var finding in findings)
        {
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(finding)
                : $"{(finding.Good ? "ok     " : finding.Needed ? "MISSING" : "absent ")} {finding.What,-18} {finding.Text}");
        }

        return findings.All(finding => finding.Good || !finding.Needed) ? ExitCodes.Ok : ExitCodes.Failed;
    });
}
