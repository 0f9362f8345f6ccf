using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>
/// Activity: makes the session's row, or reads the one that is there, and writes <c>timestamp.json</c>. Fails with
/// <see cref="FailureTypes.SessionNotFound"/> when there is no row and no topic to make one with. The source goes to <c>source.md</c>.
/// </summary>
public interface IOpenSession
{
    /// <inheritdoc cref="IOpenSession"/>
    /// <param name="task">Which session.</param>
    [Activity]
    Task OpenSessionAsync(OpenTask task);
}

/// <summary>Activity: writes into the session's row how it ended.</summary>
public interface ICloseSession
{
    /// <inheritdoc cref="ICloseSession"/>
    /// <param name="task">How it ended.</param>
    [Activity]
    Task CloseSessionAsync(CloseTask task);
}

/// <summary>Activity: writes into the table <c>generations</c> how far a session is, and what there is of it in the object store.</summary>
public interface IRecordGeneration
{
    /// <inheritdoc cref="IRecordGeneration"/>
    /// <param name="task">How far it is.</param>
    [Activity]
    Task RecordGenerationAsync(RecordTask task);
}

/// <summary>Activity: writes a person's word on calls whose answers were lost into the book; they may then be made again.</summary>
public interface ISettleCalls
{
    /// <inheritdoc cref="ISettleCalls"/>
    /// <param name="task">The calls, and the word.</param>
    [Activity]
    Task SettleCallsAsync(SettleTask task);
}

/// <summary>
/// Activity: plans the story from the session's source, and keeps it in the object store: <c>stories/{version}.json</c>. Fails with
/// <see cref="FailureTypes.StorySource"/> when it gives no story.
/// </summary>
public interface IPlanStory
{
    /// <inheritdoc cref="IPlanStory"/>
    /// <param name="task">What the story is to be about.</param>
    [Activity]
    Task<StoryDigest> PlanStoryAsync(StoryTask task);
}

/// <summary>Activity: judges a version of the story.</summary>
public interface IJudgeStory
{
    /// <inheritdoc cref="IJudgeStory"/>
    /// <param name="task">Which version.</param>
    [Activity]
    Task<StoryVerdict> JudgeStoryAsync(JudgeTask task);
}

/// <summary>
/// Activity: describes what all pictures have in common, and keeps that as a version of the story; nothing where no language model works.
/// </summary>
public interface IMakeReferences
{
    /// <inheritdoc cref="IMakeReferences"/>
    /// <param name="task">Which version of the story.</param>
    [Activity]
    Task<References> MakeReferencesAsync(ReferencesTask task);
}

/// <summary>Activity: paints a picture that scenes keep to: <c>references/</c>.</summary>
public interface IPaintReference
{
    /// <inheritdoc cref="IPaintReference"/>
    /// <param name="task">Which one.</param>
    [Activity]
    Task<Piece> PaintReferenceAsync(ReferenceTask task);
}

/// <summary>
/// Activity: writes what the scenes show, and the texts in them, and keeps that as a version of the story. Where no language model works
/// they stay the planner's.
/// </summary>
public interface IWriteScenes
{
    /// <inheritdoc cref="IWriteScenes"/>
    /// <param name="task">Which version of the story, and what was said of the writing before.</param>
    [Activity]
    Task<WrittenScenes> WriteScenesAsync(WriteScenesTask task);
}

/// <summary>Activity: judges what the scenes show.</summary>
public interface IJudgeScenes
{
    /// <inheritdoc cref="IJudgeScenes"/>
    /// <param name="task">Which version of the story.</param>
    [Activity]
    Task<ScenesVerdict> JudgeScenesAsync(JudgeScenesTask task);
}

/// <summary>Activity: makes the scenes fit each other.</summary>
public interface ICohereScenes
{
    /// <inheritdoc cref="ICohereScenes"/>
    /// <param name="task">Which version of the story.</param>
    [Activity]
    Task<CoherentScenes> CohereScenesAsync(StoryboardTask task);
}

/// <summary>
/// Activity: keeps a new version of the story with what a person has rewritten in it: <c>stories/{version}.json</c>. Fails with
/// <see cref="FailureTypes.StorySource"/> when that cannot be said.
/// </summary>
public interface IEditStory
{
    /// <inheritdoc cref="IEditStory"/>
    /// <param name="task">What was rewritten.</param>
    [Activity]
    Task<StoryDigest> EditStoryAsync(EditTask task);
}

/// <summary>
/// Activity: takes over from the parent session what a fork leaves as it is, and keeps the changed story: <c>stories/{version}.json</c>.
/// Answers with no story where it is to be written anew. Fails with <see cref="FailureTypes.StorySource"/> when a change cannot be made.
/// </summary>
public interface IForkSession
{
    /// <inheritdoc cref="IForkSession"/>
    /// <param name="task">Of which session, and what is changed.</param>
    [Activity]
    Task<StoryDigest?> ForkSessionAsync(ForkTask task);
}

/// <summary>
/// Activity: writes <c>agent2/storyboard.json</c> (R-B2): the story, and what a person asked of its pictures. Its fingerprint is the
/// story's version from then on.
/// </summary>
public interface IWriteStoryboard
{
    /// <inheritdoc cref="IWriteStoryboard"/>
    /// <param name="task">The story.</param>
    [Activity]
    Task<Piece> WriteStoryboardAsync(WriteStoryboardTask task);
}

/// <summary>Activity: draws the scene of a segment in layers: <c>agent2/{segment}/scene.json</c> and its PNG files.</summary>
public interface IDrawScene
{
    /// <inheritdoc cref="IDrawScene"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> DrawSceneAsync(SegmentTask task);
}

/// <summary>Activity: speaks a segment, sentence by sentence, and measures it: <c>agent4/{segment}/</c>.</summary>
public interface ISpeakSegment
{
    /// <inheritdoc cref="ISpeakSegment"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> SpeakSegmentAsync(SegmentTask task);
}

/// <summary>
/// Activity: lays the spoken sentences of all segments on the time line: <c>agent4/timing.json</c> and <c>agent4/{segment}.wav</c>.
/// </summary>
public interface ITimeNarration
{
    /// <inheritdoc cref="ITimeNarration"/>
    /// <param name="task">The story.</param>
    [Activity]
    Task<Piece> TimeNarrationAsync(StoryboardTask task);
}

/// <summary>Activity: composes the music: <c>agent4/music.wav</c>.</summary>
public interface IComposeMusic
{
    /// <inheritdoc cref="IComposeMusic"/>
    /// <param name="task">The story.</param>
    [Activity]
    Task<Piece> ComposeMusicAsync(StoryboardTask task);
}

/// <summary>
/// Activity: lists what Agent2 and Agent4 left in the object store. Fails with <see cref="FailureTypes.InputMissing"/> when something
/// is missing.
/// </summary>
public interface IDiscoverInput
{
    /// <inheritdoc cref="IDiscoverInput"/>
    /// <param name="task">Which session.</param>
    [Activity]
    Task<ComposerInput> DiscoverInputAsync(AgentTask task);
}

/// <summary>
/// Activity: has a service set the painting of a segment's scene in motion: <c>agent5/footage/</c>. Answers with a piece without a key
/// where the scene has none, or nobody films.
/// </summary>
public interface IFilmSegment
{
    /// <inheritdoc cref="IFilmSegment"/>
    /// <param name="task">Which segment.</param>
    [Activity]
    Task<Piece> FilmSegmentAsync(SegmentTask task);
}

/// <summary>Activity: renders the clip of a segment with its motion, captions and narration: <c>agent5/clips/{segment}.mp4</c>.</summary>
public interface IRenderClip
{
    /// <inheritdoc cref="IRenderClip"/>
    /// <param name="task">The clip.</param>
    [Activity]
    Task<Piece> RenderClipAsync(ClipTask task);
}

/// <summary>
/// Activity: joins a composer's clips without encoding them again: <c>agent5/stitched.mp4</c>, with <c>agent5/final.srt</c> and
/// <c>.vtt</c>.
/// </summary>
public interface IStitchClips
{
    /// <inheritdoc cref="IStitchClips"/>
    /// <param name="task">The clips.</param>
    [Activity]
    Task<Piece> StitchClipsAsync(ComposeTask task);
}

/// <summary>Activity: puts music under the speech and normalises the loudness: <c>agent5/final.mp4</c>.</summary>
public interface IMixMusic
{
    /// <inheritdoc cref="IMixMusic"/>
    /// <param name="task">The video.</param>
    [Activity]
    Task<Piece> MixMusicAsync(ComposeTask task);
}

/// <summary>
/// Activity: measures the finished video. Fails with <see cref="FailureTypes.VideoRejected"/> when it is not as specified.
/// </summary>
public interface ICheckVideo
{
    /// <inheritdoc cref="ICheckVideo"/>
    /// <param name="task">The video.</param>
    [Activity]
    Task<CheckedVideo> CheckVideoAsync(ComposeTask task);
}

/// <summary>
/// Activity: looks for what of a poor video can be made better: other layouts of its faulty scenes that its checks like more, other
/// paintings, footage that is left out, quieter music. Where there is nothing it removes what the video no longer needs.
/// </summary>
public interface IPlanMends
{
    /// <inheritdoc cref="IPlanMends"/>
    /// <param name="task">The video and its faults.</param>
    [Activity]
    Task<MendPlan> PlanMendsAsync(MendTask task);
}

/// <summary>
/// Activity: draws one finished picture from a segment's visual guidance, as an image model does: <c>agent5/{segment}_image.png</c>.
/// </summary>
public interface IDrawStill
{
    /// <inheritdoc cref="IDrawStill"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> DrawStillAsync(ClipTask task);
}

/// <summary>Activity: turns a picture into a silent clip of its segment's length (R-B4): <c>agent5/silent/{segment}_clip.mp4</c>.</summary>
public interface IMakeSilentClip
{
    /// <inheritdoc cref="IMakeSilentClip"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> MakeSilentClipAsync(ClipTask task);
}

/// <summary>
/// Activity: puts a segment's narration into its silent clip (R-B5): <c>agent5/{segment}_clip.mp4</c>. When that fails the clip has a
/// silent sound track, and the piece a warning.
/// </summary>
public interface IAddNarration
{
    /// <inheritdoc cref="IAddNarration"/>
    /// <param name="task">The segment.</param>
    [Activity]
    Task<Piece> AddNarrationAsync(ClipTask task);
}
