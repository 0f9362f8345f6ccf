using TemporalVideo.Tests.Support;
using TemporalVideo.TypeScript.Tests.Scenarios;
using TemporalVideo.TypeScript.Tests.Servers;

namespace TemporalVideo.TypeScript.Tests;

/// <summary>Not only the types of the events but all that they say is the same on both servers.</summary>
[Collection(TypeScriptServers.Name)]
public sealed class SameOnBothServersTests(TypeScriptServers.Real real, TypeScriptServers.Embedded embedded)
{
    [SkippableTheory]
    [ClassData(typeof(ScenarioNames))]
    public async Task C195_Events_SayTheSame(Language on, string name)
    {
        Skip.IfNot(RealServer.IsAvailable, "The real Temporal server is not in ../shared/tools.");
        var recordings = await Task.WhenAll(embedded.PlayAsync(name, on), real.PlayAsync(name, on));

        foreach (var (ours, expected) in Histories(recordings[0]).Zip(Histories(recordings[1])))
        {
            var differences = Normalized.Lines(ours).Zip(Normalized.Lines(expected)).Where(pair => pair.First != pair.Second);
            differences.Select(pair => $"{pair.First}\nreal: {pair.Second}").Should().BeEmpty();
        }
    }

    private static IEnumerable<string> Histories(Recording recording) => recording.Json is null ? recording.Others : recording.Others.Prepend(recording.Json);
}
