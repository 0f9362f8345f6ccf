using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Forks;

/// <summary>Makes a session of another one: the one path of command line, page, API and MCP.</summary>
/// <param name="client">Of the namespace.</param>
/// <param name="configuration">The configuration; the prices are today's.</param>
/// <param name="plans">Knows the voices of this machine.</param>
/// <param name="store">The store of the workers.</param>
internal sealed class SessionForks(
    ITemporalClient client, ProductConfiguration configuration, LessonPlans plans, IObjectStore store)
{
    private readonly StoryChanges _changes = new(new StoryEditor());

    /// <summary>What would be made again, and what that costs; nothing is started.</summary>
    /// <exception cref="ForkRefusedException">The session cannot be forked so.</exception>
    /// <exception cref="StorySourceException">A change cannot be made.</exception>
    public async Task<ForkPlan> PlanAsync(SessionKey parent, ForkOrder order, CancellationToken cancellationToken)
    {
        RequireSense(order);
        var before = await ParentSession.ReadAsync(client, store, parent, cancellationToken);
        if (order.From != ForkStep.Story && before.Story is null)
        {
            throw new ForkRefusedException($"The session {parent.SessionId} has no story to go on with; fork it from 'story'.");
        }

        var input = before.Input with
        {
            Fork = new ForkOrigin { Parent = parent, Version = before.Version, From = order.From, Changes = order.Changes },
            Topic = before.Story?.Title ?? before.Input.Topic ?? parent.SessionId,
            Interactive = order.Interactive,
            CostLimit = order.CostLimit,
            LessonFolder = null,
            Settings = before.Input.Settings with { Prices = configuration.Pipeline.Prices },
        };
        var takes = await TakesAsync(parent, before, cancellationToken);
        var story = order.From == ForkStep.Story ? null
            : _changes.Apply(before.Story!, order.Changes, input.Source, configuration.Worker.Pronunciation, takes);
        await RequireVoicesAsync(before.Story, story, cancellationToken);
        IReadOnlyList<ForkedSegment> parts = story is null ? [] : ForkedSegment.Of(before.Story!, story, order.From, takes);
        var quote = story is null
            ? Quoting.Of(input, before.Story?.Segments.Count ?? 1)
            : Quoting.OfFork(input, story, parts);
        return new ForkPlan(input, story, parts, quote with { Providers = configuration.Providers.Choices });
    }

    /// <summary>Starts the session.</summary>
    /// <param name="plan">What it becomes.</param>
    /// <param name="session">Its name.</param>
    /// <param name="fileOf">The file of a picture or recording that a change names.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(WorkflowHandle<VideoWorkflow, VideoResult> Handle, bool Resumed)> StartAsync(
        ForkPlan plan, SessionKey session, Func<string, Task<string>> fileOf, CancellationToken cancellationToken)
    {
        var input = await InputAsync(plan, session, fileOf, cancellationToken);
        return await SessionStarter.StartAsync(client, configuration.Engine.LightTaskQueue, input, cancellationToken);
    }

    private async Task<VideoInput> InputAsync(
        ForkPlan plan, SessionKey session, Func<string, Task<string>> fileOf, CancellationToken cancellationToken)
    {
        var files = new OwnFiles(store);
        var changes = new List<StoryChange>();
        foreach (var change in plan.Input.Fork!.Changes)
        {
            changes.Add(change switch
            {
                { Picture: { } name } =>
                    change with { Picture = await files.PictureAsync(session, await fileOf(name), cancellationToken) },
                { Recording: { } name } =>
                    change with { Recording = await files.RecordingAsync(session, await fileOf(name), cancellationToken) },
                _ => change,
            });
        }

        var (from, to) = (new SessionLayout(plan.Parent), new SessionLayout(session));
        string Here(string key) => from.Moved(key, to);
        var tracks = plan.Input.Sound.Tracks?.Select(track => track with { Key = Here(track.Key) }).ToList();
        return plan.Input with
        {
            Session = session,
            Fork = plan.Input.Fork with { Changes = changes },
            LessonPictures = plan.Input.LessonPictures.ToDictionary(pair => pair.Key, pair => Here(pair.Value)),
            Brand = plan.Input.Brand?.WithKeys(Here),
            Sound = plan.Input.Sound with { Tracks = tracks },
            Quote = plan.Quote,
        };
    }

    private async Task<StoryTakes> TakesAsync(SessionKey parent, ParentSession before, CancellationToken cancellationToken) => new()
    {
        ArePainted = before.Input.Settings.IsByService(PieceKind.Scene),
        Kept = before.Story is null ? StoryTakes.None.Kept : await new SceneTakes(store).OfAsync(parent, before.Story, cancellationToken),
    };

    private static void RequireSense(ForkOrder order)
    {
        if (OrderRules.CostLimit(order.CostLimit) is { } expected)
        {
            throw new StorySourceException($"costLimit: expected {expected}.");
        }

        if (order is { From: ForkStep.Changes, Changes.Count: 0 })
        {
            throw new StorySourceException("Nothing is changed: give changes, or say from which step on all is to be made again.");
        }

        if (order is { From: ForkStep.Story, Changes.Count: > 0 })
        {
            throw new StorySourceException("The story is to be written again, so nothing of it can be changed before.");
        }

        if (order.From == ForkStep.Scenes && order.Changes.Any(change => change.Change == StoryChangeKind.Take))
        {
            throw new StorySourceException("All scenes are to be made again, so no take of one of them can be chosen or made before.");
        }
    }

    private static bool IsSpokenAnew(Story? before, Segment segment) => segment.VoiceTake is { } take
        && before?.Segments.FirstOrDefault(other => other.Id == segment.Id)?.VoiceTake?.Number != take.Number;

    private async Task RequireVoicesAsync(Story? before, Story? story, CancellationToken cancellationToken)
    {
        foreach (var segment in story?.Segments.Where(segment => IsSpokenAnew(before, segment)) ?? [])
        {
            var spoken = story! with { Sound = story.Sound with { Voice = segment.Voice ?? story.Sound.Voice } };
            if (await plans.VoiceOfAsync(spoken, cancellationToken) is { IsService: false } voice)
            {
                throw new StorySourceException(
                    $"{voice.Name} speaks {segment.Id} the same each time, as voices of this machine do. For another take choose the "
                    + "voice of a service, or record it yourself.");
            }
        }

        foreach (var voice in story?.Segments.Select(segment => segment.Voice).OfType<string>().Distinct() ?? [])
        {
            await plans.VoiceOfAsync(story! with { Sound = story.Sound with { Voice = voice } }, cancellationToken);
        }
    }
}
