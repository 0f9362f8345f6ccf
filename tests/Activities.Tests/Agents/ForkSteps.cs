using System.Security.Cryptography;
using System.Text.Json;
using TemporalVideo.Activities.Agent2;
using TemporalVideo.Activities.Agent4;
using TemporalVideo.Activities.Session;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

/// <summary>What workflows of a session and of its fork do, as far as tests of forks need it.</summary>
internal static class ForkSteps
{
    public static SessionKey Child { get; } = new("anna", "s2");

    public static async Task<string> MakeParentAsync(AgentBench bench, Story? story = null)
    {
        var version = await bench.TellAsync(story ?? AgentBench.Story);
        await MakeAsync(bench, AgentBench.Session, version);
        await OpenAsync(bench, Child, "run-2");
        return version;
    }

    /// <summary>Opens a session, as its workflow does.</summary>
    public static async Task OpenAsync(AgentBench bench, SessionKey session, string run)
    {
        await bench.Sessions.OpenAsync(session, "rainbows", default);
        await bench.Store.PutAsync(new SessionLayout(session).Source, "# Rainbows"u8.ToArray(), ObjectTags.None, default);
        bench.RunId = run;
    }

    public static Task<StoryDigest?> ForkAsync(AgentBench bench, string version, params StoryChange[] changes) =>
        ForkAsync(bench, version, ForkStep.Changes, changes);

    public static Task<StoryDigest?> ForkAsync(AgentBench bench, string version, ForkStep from, params StoryChange[] changes) =>
        ForkAsync(bench, AgentBench.Session, Child, version, from, changes);

    public static Task<StoryDigest?> ForkAsync(
        AgentBench bench, SessionKey parent, SessionKey child, string version, ForkStep from, params StoryChange[] changes) =>
        bench.RunAsync((ForkSession fork) => fork.ForkSessionAsync(new ForkTask
        {
            Session = child,
            Agent = AgentName.Orchestrator,
            Origin = new ForkOrigin { Parent = parent, Version = version, From = from, Changes = changes },
        }));

    /// <summary>What Agent2 and Agent4 do.</summary>
    /// <returns>For each segment whether its scene and its speech were found.</returns>
    public static async Task<IReadOnlyList<(string Id, bool Scene, bool Speech)>> MakeAsync(
        AgentBench bench, SessionKey session, string version)
    {
        var story = await bench.RunAsync((WriteStoryboard step) => step.WriteStoryboardAsync(new WriteStoryboardTask
        {
            Session = session,
            Agent = AgentName.Agent2,
            Version = version,
        }));
        var order = await OrderAsync(bench, session);
        var found = new List<(string, bool, bool)>();
        foreach (var id in order)
        {
            var task = new SegmentTask { Session = session, Agent = AgentName.Agent2, Version = story.Fingerprint!, SegmentId = id };
            var scene = await bench.RunAsync((DrawScene step) => step.DrawSceneAsync(task));
            var speech = await bench.RunAsync((SpeakSegment step) => step.SpeakSegmentAsync(task));
            found.Add((id, scene.Found, speech.Found));
        }

        var whole = new StoryboardTask { Session = session, Agent = AgentName.Agent4, Version = story.Fingerprint! };
        await bench.RunAsync((TimeNarration step) => step.TimeNarrationAsync(whole));
        await bench.RunAsync((ComposeMusic step) => step.ComposeMusicAsync(whole));
        return found;
    }

    private static async Task<IReadOnlyList<string>> OrderAsync(AgentBench bench, SessionKey session)
    {
        var board = await bench.Store.ReadAsync(new SessionLayout(session).Storyboard, default);
        return [.. JsonSerializer.Deserialize<Story>(board.Bytes.Span)!.Segments.Select(segment => segment.Id)];
    }

    public static async Task<IReadOnlyList<(string Path, string Hash)>> HashesAsync(AgentBench bench, SessionKey session, string prefix)
    {
        var root = new SessionLayout(session).Root;
        var hashes = new List<(string, string)>();
        foreach (var item in await bench.Store.ListAsync(root + prefix, default))
        {
            var read = await bench.Store.ReadAsync(item.Key, default);
            hashes.Add((item.Key[root.Length..], Convert.ToHexString(SHA256.HashData(read.Bytes.Span))));
        }

        return hashes;
    }
}
