using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;
using OpenAI.Videos;
using TemporalVideo.OpenAi.Calls;

namespace TemporalVideo.OpenAi.Videos;

/// <summary>
/// The calls of a video job. The package has them without forms of their own: see
/// <see href="https://platform.openai.com/docs/api-reference/videos">the API reference</see>.
/// </summary>
internal static class VideoCalls
{
    /// <summary>Orders a video.</summary>
    /// <returns>The job, and the service's name of the call.</returns>
    public static async Task<(VideoJob Job, string? RequestId)> CreateAsync(
        VideoClient client, VideoOrder order, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(order.Model), "\"model\"" },
            { new StringContent(order.Prompt), "\"prompt\"" },
            { new StringContent(order.Seconds.ToString(CultureInfo.InvariantCulture)), "\"seconds\"" },
            { new StringContent($"{order.Size.Width}x{order.Size.Height}"), "\"size\"" },
            { Forms.Picture(order.Picture), "\"input_reference\"", "\"picture.png\"" },
        };
        var (body, type) = await Forms.BodyOfAsync(form, cancellationToken);
        using var sent = body;
        var made = await client.CreateVideoAsync(sent, type, With(cancellationToken));
        return (Read(made), OpenAiService.RequestIdOf(made));
    }

    /// <summary>Asks how far a job is.</summary>
    public static async Task<VideoJob> GetAsync(VideoClient client, string id, CancellationToken cancellationToken) =>
        Read(await client.GetVideoAsync(id, With(cancellationToken)));

    /// <summary>Fetches what a job has made, as MP4.</summary>
    public static async Task<ReadOnlyMemory<byte>> DownloadAsync(VideoClient client, string id, CancellationToken cancellationToken) =>
        (await client.DownloadVideoAsync(id, variant: null, With(cancellationToken))).GetRawResponse().Content.ToMemory();

    private static RequestOptions With(CancellationToken cancellationToken) => new() { CancellationToken = cancellationToken };

    private static VideoJob Read(ClientResult result)
    {
        using var answer = JsonDocument.Parse(result.GetRawResponse().Content);
        var job = answer.RootElement;
        var status = job.GetProperty("status").GetString();
        var progress = job.TryGetProperty("progress", out var percent) && percent.ValueKind == JsonValueKind.Number
            ? percent.GetDouble() : 0;
        var reason = job.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty("message", out var message) ? message.GetString() : null;
        return new VideoJob(
            job.GetProperty("id").GetString() ?? throw new FormatException("the job has no id"),
            status == "completed",
            Math.Clamp(progress / 100, 0, 1),
            status is "failed" or "cancelled" ? reason ?? "it gave no reason." : null);
    }
}

/// <summary>A video that is wanted.</summary>
/// <param name="Model">Which model makes it.</param>
/// <param name="Prompt">What is seen.</param>
/// <param name="Size">Its size in pixels.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Picture">PNG of that size, with which it begins.</param>
internal sealed record VideoOrder(string Model, string Prompt, (int Width, int Height) Size, int Seconds, byte[] Picture);

/// <summary>A job of a service.</summary>
/// <param name="Id">Its name.</param>
/// <param name="IsDone">Whether the video can be fetched.</param>
/// <param name="Share">How much of it is made, 0 to 1.</param>
/// <param name="Failure">Why it will never be made; null while it may be.</param>
internal sealed record VideoJob(string Id, bool IsDone, double Share, string? Failure);
