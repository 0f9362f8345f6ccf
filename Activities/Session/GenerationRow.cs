using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Writes a session's row in <c>generations</c>: what the workflow says, and what is in the object store.</summary>
internal sealed class GenerationRow(IGenerations rows, IObjectStore store, Stories stories)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public Task BeginAsync(SessionKey session, GenerationOrder order, CancellationToken cancellationToken) => rows.BeginAsync(
        session, Text(order.Spec), Text(order.Config), Text(order.Assets), cancellationToken);

    /// <summary>Writes how far a session is.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="stand">How far it is.</param>
    /// <param name="video">Key of the video; null without one.</param>
    /// <param name="error">Why there is none; null while it is made.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteAsync(
        SessionKey session, GenerationStand stand, string? video, string? error, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(session);
        var story = stand.Story is { Length: > 0 } version ? await StoryAsync(session, version, cancellationToken) : null;
        IReadOnlyList<string> references =
        [
            .. await KeysAsync(layout.LessonPictures, _ => true, cancellationToken),
            .. await KeysAsync(layout.References, _ => true, cancellationToken),
        ];
        var pictures = await KeysAsync(layout.Agent2, SessionLayout.IsPicture, cancellationToken);
        var clips = await KeysAsync(layout.Agent5, layout.IsClip, cancellationToken);
        var stitched = await store.FindAsync(layout.Stitched, cancellationToken);
        await rows.ChangeAsync(
            session,
            row =>
            {
                (row.Status, row.CurrentStage) = (VideoPhases.NameOf(stand.Stage), VideoPhases.NameOf(stand.Phase));
                (row.FinalKey, row.Error, row.GenerationSeconds) = (video, error, stand.Seconds);
                (row.CostByPhase, row.Cost) = (Text(stand.Costs), stand.Costs.Values.Sum());
                (row.ReferenceImages, row.StoryboardImages, row.VideoClips) = (Text(references), Text(pictures), Text(clips));
                (row.Chunks, row.StitchedKey) = (clips.Count, stitched?.Key);
                row.StoryText = story is null ? null : string.Join("\n\n", story.Segments.Select(segment => segment.Narration));
                row.Scenes = Text(story?.Segments ?? []);
                row.Beats = story?.Segments.Count(segment => segment.Beat is not null) ?? 0;
            },
            cancellationToken);
    }

    /// <summary>The story; null when its object has gone.</summary>
    private async Task<Story?> StoryAsync(SessionKey session, string version, CancellationToken cancellationToken)
    {
        try
        {
            var task = new StoryboardTask { Session = session, Agent = AgentName.Orchestrator, Version = version };
            return await stories.ReadAsync(task, cancellationToken);
        }
        catch (ObjectMissingException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> KeysAsync(string prefix, Func<string, bool> wanted, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(prefix, cancellationToken)).Select(item => item.Key).Where(wanted).Order(StringComparer.Ordinal)];

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Json);
}
