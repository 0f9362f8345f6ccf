using Microsoft.AspNetCore.Http;

namespace TemporalVideo.Web.Api;

/// <summary>Reads <c>brand_assets</c>: uploads of the user, told by what they show. Nothing is fetched from other addresses.</summary>
internal static class BrandAssetsReader
{
    private const int LongestName = 100;

    /// <summary>What is to be used, and what is not, with the reason.</summary>
    /// <exception cref="WebException">Something is no upload.</exception>
    public static (BrandOrder? Brand, IReadOnlyList<string> Warnings) Read(BrandAssets? assets)
    {
        if (assets is null)
        {
            return (null, []);
        }

        var warnings = new List<string>();
        var logo = string.IsNullOrEmpty(assets.Logo) ? null : UploadOf("brand_assets.logo", assets.Logo);
        var products = Named("product_images", assets.ProductImages, warnings);
        var characters = Named("character_images", assets.CharacterImages, warnings);
        return (logo is null && products.Count + characters.Count == 0 ? null : new BrandOrder(logo, products, characters), warnings);
    }

    private static Dictionary<string, string> Named(string list, IReadOnlyList<BrandImage>? items, List<string> warnings)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, item) in (items ?? []).Index())
        {
            var place = $"brand_assets.{list}[{index}]";
            var (id, alt) = (UploadOf(place, item?.Upload), item?.Alt?.Trim());
            if (string.IsNullOrEmpty(alt))
            {
                warnings.Add($$"""{{place}} is not used: say what it shows, as the lesson names it: {"upload": "{{id}}", "alt": "…"}.""");
            }
            else if (alt.Length > LongestName || !named.TryAdd(alt, id))
            {
                warnings.Add($"{place} is not used: expected a name of its own, of at most {LongestName} letters, as 'alt'.");
            }
        }

        return named;
    }

    private static string UploadOf(string place, string? upload) =>
        string.IsNullOrEmpty(upload) || upload.Contains("://", StringComparison.Ordinal) ? throw new WebException(
            StatusCodes.Status400BadRequest,
            $"{place}: expected the id of an upload of yours (POST /api/uploads/picture); pictures are not fetched from other addresses.")
            : upload;
}
