using System.Globalization;
using System.Text;
using System.Text.Json;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Reads from the object store the story that a workflow knows the digest of.</summary>
/// <param name="store">The store of the session's workers.</param>
internal sealed class StoryReader(IObjectStore store)
{
    /// <summary>Reads the story.</summary>
    /// <param name="session">The session.</param>
    /// <param name="digest">What the query <c>Storyboard</c> answers.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The story; null when the store that this machine is configured for does not have it.</returns>
    public async Task<Story?> ReadAsync(SessionKey session, StoryDigest digest, CancellationToken cancellationToken)
    {
        if (digest.Version is null)
        {
            return null;
        }

        try
        {
            var read = await store.ReadAsync(new SessionLayout(session).Story(digest.Version), cancellationToken);
            return JsonSerializer.Deserialize<Story>(read.Bytes.Span);
        }
        catch (ObjectMissingException)
        {
            return null;
        }
    }

    /// <summary>The script for a person who is to approve it: each segment with its length and what is said.</summary>
    public static string ToText(Story story)
    {
        var text = new StringBuilder();
        foreach (var segment in story.Segments)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {segment.Id}  {segment.Title}  ({segment.Duration:0.0} s)");
            text.AppendLine(CultureInfo.InvariantCulture, $"       {segment.Narration}");
        }

        return text.ToString().TrimEnd();
    }
}
