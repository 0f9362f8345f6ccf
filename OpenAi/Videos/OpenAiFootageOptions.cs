namespace TemporalVideo.OpenAi.Videos;

/// <summary>The model of moving pictures.</summary>
public sealed record OpenAiFootageOptions
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The sizes it offers, in pixels.</summary>
    public required IReadOnlyList<(int Width, int Height)> Sizes { get; init; }

    /// <summary>The lengths it offers, in seconds.</summary>
    public required IReadOnlyList<int> Seconds { get; init; }

    /// <summary>The price of a second of a size, in US dollars.</summary>
    public required Func<int, int, decimal> Price { get; init; }

    /// <summary>How long it waits before it asks again how far a job is; default 5 s.</summary>
    public TimeSpan BetweenLooks { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The size in which a picture is largest.</summary>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    public (int Width, int Height) SizeFor(int width, int height) =>
        Sizes.MaxBy(size => Math.Min((double)size.Width / width, (double)size.Height / height));

    /// <summary>The shortest length that is enough, else the longest.</summary>
    /// <param name="wanted">In seconds.</param>
    public int SecondsFor(double wanted) => Seconds.Where(seconds => seconds >= wanted).DefaultIfEmpty(Seconds.Max()).Min();
}
