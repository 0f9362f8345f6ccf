using System.Globalization;
using System.Text.Json;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Sessions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Watching;

/// <summary>Says how a run has ended.</summary>
internal static class RunReport
{
    /// <summary>Waits for the result and prints it.</summary>
    /// <param name="handle">The session's workflow.</param>
    /// <param name="store">The store that the video is in.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <param name="output">Receives a copy of the video; null: none is wanted.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> ResultAsync(
        WorkflowHandle<VideoWorkflow, VideoResult> handle,
        IObjectStore store,
        bool json,
        string? output,
        CancellationToken cancellationToken)
    {
        try
        {
            var options = new RpcOptions { CancellationToken = cancellationToken };
            var result = new VideoLinks(store).In(await new PatientCall(RunViews.Tell, TimeProvider.System).MakeAsync(
                () => handle.GetResultAsync(rpcOptions: options), cancellationToken));
            await Console.Out.WriteLineAsync(json ? JsonSerializer.Serialize(result) : TextOf(result));
            if (output is not null)
            {
                var copies = await new VideoDownload(store).ToAsync(result, output, cancellationToken);
                await Console.Error.WriteLineAsync($"  copied to  {string.Join(", ", copies)}");
            }

            return ExitCodes.Ok;
        }
        catch (WorkflowFailedException exception)
        {
            var cancelled = exception.InnerException is CanceledFailureException;
            await Console.Error.WriteLineAsync(cancelled
                ? $"The session {handle.Id} was cancelled."
                : $"There is no video: {exception.InnerException?.Message ?? exception.Message}");
            return cancelled ? ExitCodes.Cancelled : ExitCodes.Failed;
        }
    }

    internal static string TextOf(VideoResult result)
    {
        if (result is { ComposedBy: AgentName.Orchestrator })
        {
            return string.Create(CultureInfo.InvariantCulture, $"""

                {result.Title}
                  no video   the pipeline ends before it: {Counted.Of(result.Segments, "segment")}, planned {result.Seconds:0.0} s
                  took       {Duration(result.TookSeconds)}
                  cost       {result.Cost.Line}
                """);
        }

        var place = Uri.TryCreate(result.VideoUrl, UriKind.Absolute, out var uri) && uri.IsFile ? uri.LocalPath : result.VideoUrl;
        var subtitles = (result.SubtitleUrls ?? []).Select(url => Path.GetFileName(new Uri(url).LocalPath));
        return string.Create(CultureInfo.InvariantCulture, $"""

            {result.Title}
              video      {place}
              length     {result.Seconds:0.0} s in {Counted.Of(result.Segments, "segment")}, composed by {result.ComposedBy}
              took       {Duration(result.TookSeconds)}
              cost       {result.Cost.Line} (from paid providers about ${result.Cost.Estimate:0.00}){QuotedAs(result)}
              subtitles  {string.Join(", ", subtitles)}, beside the video{QualityOf(result)}
            """);
    }

    private static string QualityOf(VideoResult result) => result.Quality is not { } quality ? "" : string.Concat(
        (result.Worst ?? []).Select(moment => string.Create(CultureInfo.InvariantCulture,
            $"\n             {Clock(moment.At)}  {moment.What}\n                   {moment.Mend}"))
        .Prepend(string.Create(CultureInfo.InvariantCulture,
            $"\n  conform    {result.Conform} of 100\n  quality    {quality} of 100{(result.Worst is { Count: > 0 } ? "; worst:" : "")}")));

    private static string Clock(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"m\:ss", CultureInfo.InvariantCulture);

    private static string QuotedAs(VideoResult result) => result.Quote is { High: > 0 } quote ? $", quoted {quote.Text}" : "";

    private static string Duration(double seconds) => seconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s")
        : TimeSpan.FromSeconds(seconds).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
}
