using SkiaSharp;
using TemporalVideo.Tests.OpenAi.Products;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>Image generations.</summary>
internal static class ImageCalls
{
    private static readonly string[] Fields =
    [
        "model", "prompt", "n", "size", "quality", "response_format", "style", "user", "background", "moderation", "output_format",
        "output_compression", "stream", "partial_images",
    ];

    public static Product Draw(FakeOpenAi fake, FakeRequest request)
    {
        Rules.Known(request, Fields);
        var model = Rules.Model(
            request, name => name is "dall-e-2" or "dall-e-3" || name.StartsWith("gpt-image-1", StringComparison.Ordinal));
        return model.StartsWith("dall-e", StringComparison.Ordinal) ? DallE(fake, request, model) : GptImage(fake, request, model);
    }

    private static Product DallE(FakeOpenAi fake, FakeRequest request, string model)
    {
        var second = model == "dall-e-2";
        Rules.Absent(request, model, "background", "moderation", "output_format", "output_compression", "stream", "partial_images");
        var prompt = Rules.Text(request, "prompt", second ? 1000 : 4000);
        Rules.Number(request, "n", 1, 1, second ? 10 : 1);
        var (width, height) = Size(second
            ? Rules.Choice(request, "size", "1024x1024", "256x256", "512x512", "1024x1024")
            : Rules.Choice(request, "size", "1024x1024", "1024x1024", "1792x1024", "1024x1792"));
        var quality = second
            ? Rules.Choice(request, "quality", "standard", "standard") : Rules.Choice(request, "quality", "standard", "standard", "hd");
        if (second)
        {
            Rules.Absent(request, model, "style");
        }

        Rules.Choice(request, "style", "vivid", "vivid", "natural");
        if (Rules.Choice(request, "response_format", "url", "url", "b64_json") == "url")
        {
            throw ApiError.Invalid("response_format", "The fake keeps no pictures: ask for b64_json.");
        }

        Rules.Moderate(fake, prompt);
        var image = Convert.ToBase64String(FakePicture.Draw(prompt, width, height));
        return Product.Json(
            new { created = 1_700_000_000, data = new[] { new { b64_json = image, revised_prompt = prompt } } },
            model,
            Prices.OfDallE(model, quality, width, height));
    }

    private static Product GptImage(FakeOpenAi fake, FakeRequest request, string model)
    {
        Rules.Absent(request, model, "response_format", "style");
        return Paint(fake, request, model, []);
    }

    /// <summary>A picture of a GPT image model; the pictures that it keeps to cost by their tiles.</summary>
    internal static Product Paint(FakeOpenAi fake, FakeRequest request, string model, IReadOnlyList<SKSizeI> shown)
    {
        var prompt = Rules.Text(request, "prompt", 32000);
        var count = (int)Rules.Number(request, "n", 1, 1, 10);
        var asked = Rules.Choice(request, "size", "auto", "auto", "1024x1024", "1536x1024", "1024x1536");
        var (width, height) = Size(asked == "auto" ? "1024x1024" : asked);
        var quality = Rules.Choice(request, "quality", "auto", "auto", "low", "medium", "high");
        Rules.Choice(request, "background", "auto", "auto", "transparent", "opaque");
        Rules.Choice(request, "moderation", "auto", "auto", "low");
        var format = Rules.Choice(request, "output_format", "png", "png", "jpeg", "webp");
        if (request.Body["output_compression"] is not null && format == "png")
        {
            throw ApiError.Invalid("output_compression", "Compression less than 100 is not supported for PNG output format");
        }

        Rules.Number(request, "output_compression", 100, 0, 100);
        Rules.Moderate(fake, prompt);
        var (text, pictures) = (((prompt.Length + 3) / 4) + (shown.Count * 32), shown.Sum(Prices.TokensOfShown));
        var output = count * Prices.TokensOfImage(quality, width, height);
        return Product.Json(
            new
            {
                created = 1_700_000_000,
                size = $"{width}x{height}",
                quality = quality == "auto" ? "medium" : quality,
                output_format = format,
                background = "opaque",
                data = Enumerable.Repeat(new { b64_json = Convert.ToBase64String(FakePicture.Draw(prompt, width, height)) }, count),
                usage = new
                {
                    input_tokens = text + pictures,
                    output_tokens = output,
                    total_tokens = text + pictures + output,
                    input_tokens_details = new { text_tokens = text, image_tokens = pictures },
                },
            },
            model,
            Prices.OfImageTokens(Base(model), text, pictures, output));
    }

    private static string Base(string model) => model.Contains("mini", StringComparison.Ordinal) ? "gpt-image-1-mini" : "gpt-image-1";

    private static (int Width, int Height) Size(string text) =>
        text.Split('x') is [var width, var height] ? (int.Parse(width), int.Parse(height)) : (1024, 1024);
}
