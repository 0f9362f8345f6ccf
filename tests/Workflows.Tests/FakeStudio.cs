using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>
/// All activities of the video workflow, without doing anything: it notes what is called and fails or waits where a test says so.
/// </summary>
internal sealed class FakeStudio :
    IOpenSession, ICloseSession, IRecordGeneration, ISettleCalls, IPlanStory, IJudgeStory, IEditStory, IForkSession, IWriteScenes,
    IJudgeScenes, ICohereScenes, IMakeReferences, IPaintReference, IWriteStoryboard, IDrawScene, ISpeakSegment, ITimeNarration,
    IComposeMusic, IDiscoverInput, IFilmSegment, IRenderClip, IDrawStill, IMakeSilentClip, IAddNarration, IStitchClips, IMixMusic,
    ICheckVideo, IPlanMends, IAnnounceChange
{
    private readonly ConcurrentDictionary<string, Func<Task>> _behaviours = new();
    private readonly ConcurrentDictionary<string, int> _now = new();
    private readonly ConcurrentDictionary<string, int> _most = new();

    /// <summary>The names of the activities in the order they began.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What the session's row was told at the end.</summary>
    public CloseTask? Closed { get; private set; }

    /// <summary>What the row of the generation was told, stage by stage.</summary>
    public ConcurrentQueue<GenerationStand> Recorded { get; } = new();

    /// <summary>What subscribers were told.</summary>
    public ConcurrentQueue<Announcement> Announced { get; } = new();

    /// <summary>What the book was told of lost calls.</summary>
    public SettleTask? Settled { get; private set; }

    /// <summary>What the planner was asked last.</summary>
    public StoryTask? Planned { get; private set; }

    /// <summary>What the editor was told last.</summary>
    public EditTask? Edited { get; private set; }

    /// <summary>What was forked last.</summary>
    public ForkOrigin? Forked { get; private set; }

    /// <summary>What the storyboard was told last.</summary>
    public WriteStoryboardTask? Storyboard { get; private set; }

    /// <summary>The versions of the story that scenes were drawn of.</summary>
    public ConcurrentQueue<string> Drawn { get; } = new();

    /// <summary>What the narrator was told.</summary>
    public ConcurrentQueue<SegmentTask> Spoken { get; } = new();

    /// <summary>The type of failure that the narrator fails with; null lets it speak.</summary>
    public Func<SegmentTask, string?> SpeechFault { get; init; } = _ => null;

    /// <summary>The type of failure that the illustrator fails with; null lets it draw.</summary>
    public Func<SegmentTask, string?> PictureFault { get; init; } = _ => null;

    /// <summary>What the critic gives, writing by writing; default 90.</summary>
    public ConcurrentQueue<int> Scores { get; init; } = new();

    /// <summary>What the writer of the scenes was asked, writing by writing.</summary>
    public ConcurrentQueue<WriteScenesTask> ScenesAsked { get; } = new();

    /// <summary>How many scenes are written by a language model; default none.</summary>
    public int Written { get; init; }

    /// <summary>The pictures that scenes keep to, to be painted; null: none.</summary>
    public IReadOnlyList<string>? ToPaint { get; init; }

    /// <summary>The segment whose scene has a painting; default the first.</summary>
    public string Painted { get; init; } = "s01";

    /// <summary>What the renderer was told.</summary>
    public ConcurrentQueue<ClipTask> Rendered { get; } = new();

    /// <summary>The quality that the finished video is measured to have, check by check; default none.</summary>
    public ConcurrentQueue<int> Qualities { get; init; } = new();

    /// <summary>The pieces of a poor video that are at fault.</summary>
    public IReadOnlyList<FaultyPiece> Faulty { get; init; } = [new(PieceKind.Scene, "s02")];

    /// <summary>What can be made better of a poor video; default nothing.</summary>
    public MendPlan Mends { get; init; } = new();

    /// <summary>What the checks were told, in order.</summary>
    public ConcurrentQueue<ComposeTask> Checked { get; } = new();

    /// <summary>What the mixes were told, in order.</summary>
    public ConcurrentQueue<ComposeTask> Mixed { get; } = new();

    /// <summary>What was told of poor videos, in order.</summary>
    public ConcurrentQueue<MendTask> Mended { get; } = new();

    /// <summary>What the critic gives the scenes, round by round; default 90 each.</summary>
    public ConcurrentQueue<int[]> SceneScores { get; init; } = new();

    /// <summary>What critic and cohesor were asked with: whether by this machine.</summary>
    public ConcurrentQueue<bool> JudgedHere { get; } = new();

    /// <summary>Whether the director would write otherwise after a critique.</summary>
    public bool CanRevise { get; init; } = true;

    /// <summary>Whether pieces are there already.</summary>
    public bool Found { get; init; }

    /// <summary>What pieces say of who made them.</summary>
    public Func<string, Making?> Making { get; init; } = _ => null;

    public static StoryDigest Story { get; } = new()
    {
        Version = "plan:1",
        Title = "Rainbows",
        Segments = [.. Enumerable.Range(1, 4).Select(number => new SegmentDigest
        {
            Id = $"s{number:00}", Kind = SegmentKind.Concept, Title = $"Part {number}", Duration = 8,
        })],
    };

    /// <summary>The most calls of an activity at the same time.</summary>
    public int MostAtOnce(string activity) => _most.GetValueOrDefault(activity);

    public int Count(string activity) => Calls.Count(call => call == activity);

    /// <summary>Lets an activity do something when it is called.</summary>
    public FakeStudio On(string activity, Func<Task> behaviour)
    {
        _behaviours[activity] = behaviour;
        return this;
    }

    /// <summary>Lets an activity fail for good.</summary>
    public FakeStudio Failing(string activity, string type, string message = "It broke.") =>
        On(activity, () => throw new ApplicationFailureException(message, errorType: type, nonRetryable: true));

    /// <summary>Lets an activity beat until it is cancelled.</summary>
    public FakeStudio Hanging(string activity, TaskCompletionSource? begun = null) => On(activity, async () =>
    {
        begun?.TrySetResult();
        var context = ActivityExecutionContext.Current;
        while (true)
        {
            context.Heartbeat();
            await Task.Delay(50, context.CancellationToken);
        }
    });

    /// <summary>Lets an activity fall silent in its first calls, as if its worker had been killed: no heartbeat and no answer.</summary>
    public FakeStudio Losing(string activity, int times)
    {
        var left = times;
        return On(activity, () => Interlocked.Decrement(ref left) >= 0
            ? Task.Delay(Timeout.Infinite, ActivityExecutionContext.Current.WorkerShutdownToken)
            : Task.CompletedTask);
    }

    [Activity]
    public Task OpenSessionAsync(OpenTask task) => DoAsync("OpenSession", true);

    [Activity]
    public Task CloseSessionAsync(CloseTask task)
    {
        Closed = task;
        return DoAsync("CloseSession", true);
    }

    [Activity]
    public Task RecordGenerationAsync(RecordTask task)
    {
        Recorded.Enqueue(task.Stand);
        return DoAsync("RecordGeneration", true);
    }

    [Activity]
    public Task AnnounceChangeAsync(Announcement announcement)
    {
        Announced.Enqueue(announcement);
        return DoAsync("AnnounceChange", true);
    }

    [Activity]
    public Task SettleCallsAsync(SettleTask task)
    {
        Settled = task;
        return DoAsync("SettleCalls", true);
    }

    [Activity]
    public Task<StoryDigest> PlanStoryAsync(StoryTask task)
    {
        Planned = task;
        return DoAsync("PlanStory", Story with { Version = $"plan:{Math.Max(1, task.Round)}", CanRevise = CanRevise });
    }

    [Activity]
    public Task<StoryVerdict> JudgeStoryAsync(JudgeTask task) => DoAsync(
        "JudgeStory", new StoryVerdict(Scores.TryDequeue(out var score) ? score : 90, ["Say less."]));

    [Activity]
    public Task<References> MakeReferencesAsync(ReferencesTask task) => DoAsync(
        "MakeReferences", new References(task.Version, Written == 0 ? 0 : 2, 0)
        {
            Cost = Written == 0 ? 0 : 0.01m,
            ToPaint = task.Local ? null : ToPaint,
        });

    [Activity]
    public Task<Piece> PaintReferenceAsync(ReferenceTask task) => PieceAsync("PaintReference");

    [Activity]
    public Task<WrittenScenes> WriteScenesAsync(WriteScenesTask task)
    {
        ScenesAsked.Enqueue(task);
        return DoAsync("WriteScenes", new WrittenScenes
        {
            Version = Written == 0 ? task.Version : $"scenes:{task.Round}",
            Written = Written,
            Found = Found || Written == 0,
            Making = Making("WriteScenes"),
        });
    }

    [Activity]
    public Task<ScenesVerdict> JudgeScenesAsync(JudgeScenesTask task)
    {
        JudgedHere.Enqueue(task.Local);
        var scores = SceneScores.TryDequeue(out var given) ? given : [90, 90, 90, 90];
        return DoAsync("JudgeScenes", new ScenesVerdict(
            [.. Story.Segments.Zip(scores, (segment, score) => new SceneScore(segment.Id, score, "Show a lens."))]));
    }

    [Activity]
    public Task<CoherentScenes> CohereScenesAsync(StoryboardTask task)
    {
        JudgedHere.Enqueue(task.Local);
        return DoAsync("CohereScenes", new CoherentScenes(Written == 0 ? task.Version : $"coherent:{task.Version}", 85, []));
    }

    [Activity]
    public Task<StoryDigest> EditStoryAsync(EditTask task)
    {
        Edited = task;
        return DoAsync("EditStory", Story with { Version = $"edit:{task.Version}" });
    }

    [Activity]
    public Task<StoryDigest?> ForkSessionAsync(ForkTask task)
    {
        Forked = task.Origin;
        return DoAsync<StoryDigest?>("ForkSession", task.Origin.From == ForkStep.Story ? null : Story with { Version = "fork:1" });
    }

    [Activity]
    public Task<Piece> WriteStoryboardAsync(WriteStoryboardTask task)
    {
        Storyboard = task;
        return DoAsync("WriteStoryboard", new Piece("key/WriteStoryboard", 1, Found) { Fingerprint = $"storyboard:{task.Wishes.Count}" });
    }

    [Activity]
    public Task<Piece> DrawSceneAsync(SegmentTask task)
    {
        Drawn.Enqueue(task.Version);
        return PictureFault(task) is { } type
            ? throw new ApplicationFailureException("It broke.", errorType: type, nonRetryable: true)
            : PieceAsync("DrawScene");
    }

    [Activity]
    public Task<Piece> SpeakSegmentAsync(SegmentTask task)
    {
        Spoken.Enqueue(task);
        return SpeechFault(task) is { } type
            ? throw new ApplicationFailureException(
                "It broke.", errorType: type, nonRetryable: true,
                details: type == FailureTypes.PaymentUnclear ? PaidDetail.Of(0, $"call-{task.SegmentId}") : null)
            : PieceAsync("SpeakSegment");
    }

    [Activity]
    public Task<Piece> TimeNarrationAsync(StoryboardTask task) => PieceAsync("TimeNarration");

    [Activity]
    public Task<Piece> ComposeMusicAsync(StoryboardTask task) => PieceAsync("ComposeMusic");

    [Activity]
    public Task<ComposerInput> DiscoverInputAsync(AgentTask task) =>
        DoAsync("DiscoverInput", new ComposerInput { SegmentIds = [.. Story.Segments.Select(segment => segment.Id)], Files = 12 });

    [Activity]
    public async Task<Piece> FilmSegmentAsync(SegmentTask task)
    {
        var made = await PieceAsync("FilmSegment");
        return task.SegmentId == Painted ? made with { Key = $"footage/{task.SegmentId}.mp4" } : new Piece("", 0, Found: false);
    }

    [Activity]
    public Task<Piece> RenderClipAsync(ClipTask task)
    {
        Rendered.Enqueue(task);
        return PieceAsync("RenderClip");
    }

    [Activity]
    public Task<Piece> DrawStillAsync(ClipTask task) => PieceAsync("DrawStill");

    [Activity]
    public Task<Piece> MakeSilentClipAsync(ClipTask task) => PieceAsync("MakeSilentClip");

    [Activity]
    public Task<Piece> AddNarrationAsync(ClipTask task) => PieceAsync("AddNarration");

    [Activity]
    public Task<Piece> StitchClipsAsync(ComposeTask task) => PieceAsync("StitchClips");

    [Activity]
    public Task<Piece> MixMusicAsync(ComposeTask task)
    {
        Mixed.Enqueue(task);
        return PieceAsync("MixMusic");
    }

    [Activity]
    public Task<CheckedVideo> CheckVideoAsync(ComposeTask task)
    {
        Checked.Enqueue(task);
        int? quality = Qualities.TryDequeue(out var measured) ? measured : null;
        return DoAsync("CheckVideo", new CheckedVideo
        {
            VideoKey = "agent5/final.mp4",
            SubtitleKeys = ["agent5/final.srt"],
            Seconds = 32,
            Files = 8,
            Measured = "32.0 s, −16.0 LUFS",
            Quality = quality,
            Faulty = quality < task.Acceptable ? Faulty : null,
        });
    }

    [Activity]
    public Task<MendPlan> PlanMendsAsync(MendTask task)
    {
        Mended.Enqueue(task);
        return DoAsync("PlanMends", Mends);
    }

    private Task<Piece> PieceAsync(string activity) =>
        DoAsync(activity, new Piece($"key/{activity}", 1, Found) { Making = Making(activity) });

    private async Task<T> DoAsync<T>(string activity, T result)
    {
        Calls.Enqueue(activity);
        var now = _now.AddOrUpdate(activity, 1, (_, count) => count + 1);
        _most.AddOrUpdate(activity, now, (_, most) => Math.Max(most, now));
        try
        {
            if (_behaviours.TryGetValue(activity, out var behaviour))
            {
                await behaviour();
            }

            return result;
        }
        finally
        {
            _now.AddOrUpdate(activity, 0, (_, count) => count - 1);
        }
    }
}
