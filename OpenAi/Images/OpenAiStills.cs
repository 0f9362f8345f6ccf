using OpenAI.Images;
using TemporalVideo.OpenAi.Calls;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.OpenAi.Images;

/// <summary>Has an image model paint a segment's visual guidance, and fits the picture into the story's size without distortion.</summary>
/// <param name="service">Who paints.</param>
/// <param name="options">With which model.</param>
/// <param name="circuit">Whether it is worth asking.</param>
public sealed class OpenAiStills(OpenAiService service, OpenAiImageOptions options, Circuit circuit)
    : IStillIllustrator, IPicturePainter
{
    /// <inheritdoc/>
    public string Identity => $"{service.Name}/{options.Model}/{options.Quality}/1";

    /// <inheritdoc/>
    public Task DrawAsync(SceneRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var size = request.Story.Size;
        return PaintAsync(StoryLook.PromptOf(request.Story, request.Segment), size.Width(), size.Height(), file, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task PaintAsync(string prompt, int width, int height, string file, CancellationToken cancellationToken)
    {
        var size = options.SizeFor(width, height);
        var call = new PaidCall
        {
            Provider = service.Name,
            Model = options.Model,
            Capability = Capability.Images,
            Units = 1,
            Unit = "image",
            Price = options.Price(size.Width, size.Height),
            Key = CallKey.Of(Identity, $"{size}", prompt),
        };
        var picture = await circuit.WatchAsync(() =>
            service.PayAsync(call, token => SubmitAsync(prompt, size, call.Price, token), cancellationToken));
        await PictureFit.CoverAsync(picture, width, height, file);
    }

    private async Task<PaidAnswer<ReadOnlyMemory<byte>>> SubmitAsync(
        string prompt, (int Width, int Height) size, decimal price, CancellationToken cancellationToken)
    {
        var asked = new ImageGenerationOptions { Size = new GeneratedImageSize(size.Width, size.Height) };
        if (options.Quality.Length > 0)
        {
            asked.Quality = new GeneratedImageQuality(options.Quality);
        }

        if (options.Model.StartsWith("dall-e", StringComparison.Ordinal))
        {
            // The older models answer with an address otherwise, the newer ones know nothing else than bytes.
            asked.ResponseFormat = GeneratedImageFormat.Bytes;
        }

        var result = await service.Images(options.Model).GenerateImagesAsync(prompt, 1, asked, cancellationToken);
        var bytes = result.Value is [{ ImageBytes: { } made }] ? made.ToMemory()
            : throw new FormatException("the answer has no picture");
        var paid = options.Tokens is { } tokens && result.Value.Usage is { } usage
            ? tokens.Of(usage.InputTokenCount, usage.OutputTokenCount)
            : price;
        return new PaidAnswer<ReadOnlyMemory<byte>>(bytes, 1, paid, OpenAiService.RequestIdOf(result));
    }
}
