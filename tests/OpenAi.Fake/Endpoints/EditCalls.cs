using SkiaSharp;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>Pictures by others (<c>images/edits</c>): a form with up to sixteen pictures.</summary>
internal static class EditCalls
{
    private const int MostPictures = 16;
    private const int MostBytes = 50 << 20;

    private static readonly string[] Fields =
    [
        "model", "prompt", "image", "image[]", "mask", "n", "size", "quality", "background", "input_fidelity", "output_format",
        "output_compression", "user", "stream", "partial_images", "moderation",
    ];

    public static Product Draw(FakeOpenAi fake, FakeRequest request)
    {
        Rules.Known(request, Fields);
        var model = Rules.Model(request, name => name.StartsWith("gpt-image-1", StringComparison.Ordinal));
        Rules.Choice(request, "input_fidelity", "low", "low", "high");
        var pictures = request.Files.Where(file => file.Field is "image" or "image[]").ToList();
        if (pictures.Count == 0)
        {
            throw new ApiError(400, "missing_required_parameter", "Missing required parameter: 'image'.", "image");
        }

        if (pictures.Count > MostPictures)
        {
            throw ApiError.Invalid("image", $"Too many images: expected at most {MostPictures}, got {pictures.Count}.");
        }

        if (pictures.Count > 1 && pictures.Any(file => file.Field != "image[]"))
        {
            throw ApiError.Invalid("image", "Duplicate parameter: 'image'. Use 'image[]' for several images.", "duplicate_parameter");
        }

        return ImageCalls.Paint(fake, request, model, [.. pictures.Select(SizeOf)]);
    }

    private static SKSizeI SizeOf(FakeFile file)
    {
        var type = Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".webp" => "image/webp",
            ".jpg" or ".jpeg" => "image/jpeg",
            _ => "",
        };
        if (type.Length == 0 || file.Type != type)
        {
            throw ApiError.Invalid(
                "image", $"Invalid file '{file.Name}': unsupported mimetype ('{file.Type}'). Supported: image/jpeg, image/png, image/webp.",
                "unsupported_file_mimetype");
        }

        if (file.Bytes.Length >= MostBytes)
        {
            throw new ApiError(413, null, $"Maximum content size limit ({MostBytes}) exceeded.", "image");
        }

        using var codec = SKCodec.Create(new MemoryStream(file.Bytes))
            ?? throw ApiError.Invalid("image", $"Invalid image file '{file.Name}'.", "invalid_image_file");
        return codec.Info.Size;
    }
}
