using Temporalio.Exceptions;
using Temporalio.Worker;
using TemporalVideo.TypeScript.Tests.Scenarios;
using TemporalVideo.TypeScript.Tests.Servers;
using TemporalVideo.TypeScript.Tests.Workflows;

namespace TemporalVideo.TypeScript.Tests;

/// <summary>What one SDK has recorded, the other replays; and each finds what does not fit.</summary>
public abstract class ReplayTests(TypeScriptServer server)
{
    [Collection(TypeScriptServers.Name)]
    public sealed class OnRealServer(TypeScriptServers.Real server) : ReplayTests(server);

    [Collection(TypeScriptServers.Name)]
    public sealed class OnEmbeddedServer(TypeScriptServers.Embedded server) : ReplayTests(server);

    [SkippableTheory]
    [ClassData(typeof(ScenarioNames))]
    public async Task C180_Recordings_ReplayOnOurReplayer(Language on, string name)
    {
        if (await server.PlayAsync(name, on) is { Json: not null } recording)
        {
            (await ReplayOnCSharpAsync(recording)).Should().BeNull();
        }
    }

    [SkippableTheory]
    [InlineData(Language.TypeScript)]
    [InlineData(Language.CSharp)]
    public async Task C180_Recordings_ReplayOnTheOfficialReplayer(Language on)
    {
        var names = Reference.Names(on).ToList();
        var recordings = (await Task.WhenAll(names.Select(name => server.PlayAsync(name, on)))).Where(recording => recording.Json is not null).ToList();

        var failures = await server.ReplayAsync(recordings);

        failures.Should().HaveCount(recordings.Count).And.OnlyContain(failure => failure == null);
    }

    [SkippableTheory]
    [ClassData(typeof(BrokenHistories))]
    public async Task C180_BrokenRecordings_AreFoundByBoth(Language on, string name, string what)
    {
        var recording = await server.PlayAsync(name, on);
        var broken = recording with { Json = BrokenHistories.Break(what, recording.Json!) };

        (await ReplayOnCSharpAsync(broken)).Should().BeOfType<WorkflowNondeterminismException>();
        (await server.ReplayAsync([broken])).Should().ContainSingle().Which.Should().Contain("DeterminismViolationError");
    }

    private static async Task<Exception?> ReplayOnCSharpAsync(Recording recording) =>
        (await new WorkflowReplayer(Twins.ReplayerOptions()).ReplayWorkflowAsync(recording.History, throwOnReplayFailure: false)).ReplayFailure;
}
