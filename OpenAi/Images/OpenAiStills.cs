using System.Security.Cryptography;
using System.Text;
using OpenAI.Images;
using TemporalVideo.OpenAi.Calls;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.OpenAi.Images;

/// <summary>
/// Has an image model paint a segment's visual guidance, by pictures that it keeps to where it takes some, and fits what it paints into the
/// story's size without distortion.
/// </summary>
/// <param name="service">Who paints.</param>
/// <param name="options">With which model.</param>
/// <param name="circuit">Whether it is worth asking.</param>
public sealed class OpenAiStills(OpenAiService service, OpenAiImageOptions options, Circuit circuit)
    : IStillIllustrator, IPicturePainter
{
    /// <summary>So many tokens a picture that is sent along adds to the prompt at most.</summary>
    private const int TokensBesideAPicture = 64;

    /// <inheritdoc/>
    public string Identity => $"{service.Name}/{options.Model}/{options.Quality}/1";

    /// <inheritdoc cref="IPicturePainter.KeepsToPictures"/>
    public bool KeepsToPictures => options.ReferencePrice is not null;

    /// <inheritdoc/>
    public Task DrawAsync(SceneRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var size = request.Story.Size;
        return PaintAsync(
            StoryLook.PromptOf(request.Story, request.Segment), size.Width(), size.Height(), request.References,
            request.Segment.Take?.Ordered, file, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task PaintAsync(
        string prompt, int width, int height, ReferenceSheet references, string? take, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        var sheet = KeepsToPictures ? references : ReferenceSheet.None;
        var pictures = await ReadAsync(sheet, cancellationToken);
        var order = new ImageOrder(sheet.With(prompt), options.SizeFor(width, height), pictures);
        var call = new PaidCall
        {
            Provider = service.Name,
            Model = options.Model,
            Capability = Capability.Images,
            Units = 1,
            Unit = "image",
            Price = MostOf(order),
            Key = CallKey.Of(
                [
                    Identity, $"{order.Size}", order.Prompt, .. pictures.Select(SHA256.HashData).Select(Convert.ToHexStringLower),
                    .. take is null ? (string[])[] : [$"take {take}"],
                ]),
        };
        var picture = await circuit.WatchAsync(() =>
            service.PayAsync(call, token => SubmitAsync(order, call.Price, token), cancellationToken));
        await PictureFit.CoverAsync(picture, width, height, file);
    }

    /// <summary>A token is at least a byte, so that so many bytes are never fewer tokens of prompt.</summary>
    private decimal MostOf(ImageOrder order) => options.Price(order.Size.Width, order.Size.Height)
        + (order.Pictures.Count * (options.ReferencePrice ?? 0))
        + (options.Tokens?.Of(Encoding.UTF8.GetByteCount(order.Prompt) + (order.Pictures.Count * TokensBesideAPicture), 0) ?? 0);

    private static async Task<IReadOnlyList<byte[]>> ReadAsync(ReferenceSheet references, CancellationToken cancellationToken)
    {
        var pictures = new List<byte[]>();
        foreach (var file in references.Files)
        {
            pictures.Add(await File.ReadAllBytesAsync(file, cancellationToken));
        }

        return pictures;
    }

    private async Task<PaidAnswer<ReadOnlyMemory<byte>>> SubmitAsync(
        ImageOrder order, decimal price, CancellationToken cancellationToken)
    {
        var client = service.Images(options.Model);
        var (made, id) = order.Pictures.Count == 0 ? await GenerateAsync(client, order, cancellationToken)
            : await EditCall.MakeAsync(client, options.Model, options.Quality, order, cancellationToken);
        var bytes = made is [{ ImageBytes: { } image }] ? image.ToMemory() : throw new FormatException("the answer has no picture");
        return new PaidAnswer<ReadOnlyMemory<byte>>(bytes, 1, PaidFor(made.Usage) ?? price, id);
    }

    private decimal? PaidFor(ImageTokenUsage? usage)
    {
        if (options.Tokens is not { } tokens || usage is null)
        {
            return null;
        }

        var shown = options.ReferenceTokens > 0 ? usage.InputTokenDetails?.ImageTokenCount ?? 0 : 0;
        return tokens.Of(usage.InputTokenCount - shown, usage.OutputTokenCount) + new TokenPrices(options.ReferenceTokens, 0).Of(shown, 0);
    }

    private async Task<(GeneratedImageCollection Made, string? Id)> GenerateAsync(
        ImageClient client, ImageOrder order, CancellationToken cancellationToken)
    {
        var asked = new ImageGenerationOptions { Size = new GeneratedImageSize(order.Size.Width, order.Size.Height) };
        if (options.Quality.Length > 0)
        {
            asked.Quality = new GeneratedImageQuality(options.Quality);
        }

        if (options.Model.StartsWith("dall-e", StringComparison.Ordinal))
        {
            // The older models answer with an address otherwise, the newer ones know nothing else than bytes.
            asked.ResponseFormat = GeneratedImageFormat.Bytes;
        }

        var result = await client.GenerateImagesAsync(order.Prompt, 1, asked, cancellationToken);
        return (result.Value, OpenAiService.RequestIdOf(result));
    }
}

/// <summary>A picture that is wanted.</summary>
/// <param name="Prompt">What is seen.</param>
/// <param name="Size">In which size it is asked for.</param>
/// <param name="Pictures">Pictures that it keeps to, as PNG.</param>
internal sealed record ImageOrder(string Prompt, (int Width, int Height) Size, IReadOnlyList<byte[]> Pictures);
