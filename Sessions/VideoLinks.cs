using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>
/// Puts links where a workflow has keys, at the moment when somebody reads: a link may expire, so none is kept. What earlier releases
/// have kept as links stays as it is.
/// </summary>
/// <param name="linkTo">Makes a link of a key.</param>
internal sealed class VideoLinks(Func<string, string> linkTo)
{
    /// <summary>Links into a store.</summary>
    /// <param name="store">The store that the keys are of.</param>
    public VideoLinks(IObjectStore store)
        : this(key => store.LinkTo(key).AbsoluteUri)
    {
    }

    public StatusMessage In(StatusMessage message) =>
        message.VideoKey is { } key ? message with { VideoUrl = linkTo(key) } : message;

    public VideoState In(VideoState state) => state with
    {
        VideoUrl = state.VideoKey is { } key ? linkTo(key) : state.VideoUrl,
        Agents = [.. state.Agents.Select(In)],
    };

    public VideoResult In(VideoResult result) => result.VideoKey is { } key
        ? result with { VideoUrl = linkTo(key), SubtitleUrls = [.. result.SubtitleKeys.Select(linkTo)] }
        : result;
}
