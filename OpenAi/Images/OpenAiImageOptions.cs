using TemporalVideo.Studio.Providers;

namespace TemporalVideo.OpenAi.Images;

/// <summary>The model of the pictures.</summary>
public sealed record OpenAiImageOptions
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>Its quality, in its own word; empty for the model's choice.</summary>
    public string Quality { get; init; } = "";

    /// <summary>The sizes it offers, in pixels.</summary>
    public required IReadOnlyList<(int Width, int Height)> Sizes { get; init; }

    /// <summary>The price of a picture of a size, in US dollars.</summary>
    public required Func<int, int, decimal> Price { get; init; }

    /// <summary>Prices of a million tokens of prompt and of picture, in US dollars, for services that tell how many they took; null: the
    /// price of a picture holds.</summary>
    public TokenPrices? Tokens { get; init; }

    /// <summary>The most that a picture costs that is sent along, in US dollars; null: the model takes none.</summary>
    public decimal? ReferencePrice { get; init; }

    /// <summary>Price of a million tokens of pictures that are sent along, in US dollars; 0: as tokens of prompt.</summary>
    public decimal ReferenceTokens { get; init; }

    /// <summary>The largest size of the shape that is wanted, else the one nearest to it.</summary>
    /// <param name="width">Wanted width.</param>
    /// <param name="height">Wanted height.</param>
    public (int Width, int Height) SizeFor(int width, int height) => Sizes
        .OrderBy(size => Math.Sign(size.Width - size.Height) == Math.Sign(width - height) ? 0 : 1)
        .ThenByDescending(size => size.Width * size.Height)
        .ThenBy(size => Math.Abs(((double)size.Width / size.Height) - ((double)width / height)))
        .First();
}
