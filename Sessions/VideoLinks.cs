using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>
/// Puts links where a workflow has keys, at the moment when somebody reads: a link may expire, so none is kept. What earlier releases
/// have kept as links stays as it is.
/// </summary>
/// <param name="store">The store that the keys are of.</param>
internal sealed class VideoLinks(IObjectStore store)
{
    public StatusMessage In(StatusMessage message) =>
        message.VideoKey is { } key ? message with { VideoUrl = LinkTo(key) } : message;

    public VideoState In(VideoState state) => state with
    {
        VideoUrl = state.VideoKey is { } key ? LinkTo(key) : state.VideoUrl,
        Agents = [.. state.Agents.Select(In)],
    };

    public VideoResult In(VideoResult result) => result.VideoKey is { } key
        ? result with { VideoUrl = LinkTo(key), SubtitleUrls = [.. result.SubtitleKeys.Select(LinkTo)] }
        : result;

    private string LinkTo(string key) => store.LinkTo(key).AbsoluteUri;
}
