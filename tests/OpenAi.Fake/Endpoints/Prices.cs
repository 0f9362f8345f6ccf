namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>What the fake charges, after OpenAI's public price list of autumn 2025. Tests that compare bills read it here.</summary>
public static class Prices
{
    private static readonly Dictionary<string, (decimal Input, decimal Output)> Tokens = new()
    {
        ["gpt-4o"] = (2.5m, 10),
        ["gpt-4o-mini"] = (0.15m, 0.6m),
        ["gpt-4.1"] = (2, 8),
        ["gpt-4.1-mini"] = (0.4m, 1.6m),
        ["gpt-4.1-nano"] = (0.1m, 0.4m),
        ["gpt-5"] = (1.25m, 10),
        ["gpt-5-mini"] = (0.25m, 2),
        ["gpt-5-nano"] = (0.05m, 0.4m),
        ["gpt-image-1"] = (5, 40),
        ["gpt-image-1-mini"] = (2, 8),
    };

    private static readonly string[] Others =
        ["dall-e-2", "dall-e-3", "tts-1", "tts-1-hd", "gpt-4o-mini-tts", "whisper-1", "sora-2", "sora-2-pro"];

    /// <summary>All models.</summary>
    public static IEnumerable<string> Models => Tokens.Keys.Concat(Others);

    /// <summary>Whether a model answers chats.</summary>
    public static bool Chats(string model) => Tokens.ContainsKey(model) && !model.StartsWith("gpt-image", StringComparison.Ordinal);

    /// <summary>The price of tokens, in millionths of a dollar: a price per million tokens is one of a token in these.</summary>
    public static long OfTokens(string model, long input, long output) =>
        (long)Math.Ceiling((input * Tokens[model].Input) + (output * Tokens[model].Output));

    /// <summary>Tokens of an image (guide "Image generation").</summary>
    public static int TokensOfImage(string quality, int width, int height) => (quality, width.CompareTo(height)) switch
    {
        ("low", 0) => 272,
        ("low", < 0) => 408,
        ("low", _) => 400,
        ("high", 0) => 4160,
        ("high", < 0) => 6240,
        ("high", _) => 6208,
        (_, 0) => 1056,
        (_, < 0) => 1584,
        _ => 1568,
    };

    /// <summary>
    /// Tokens of an image that is shown to a model that paints: 65, and 129 for each tile of 512 pixels of it, its shorter side made 512.
    /// </summary>
    public static int TokensOfShown(SkiaSharp.SKSizeI size)
    {
        var scale = Math.Min(1, 512.0 / Math.Min(size.Width, size.Height));
        return 65 + (129 * Tiles(size.Width) * Tiles(size.Height));

        int Tiles(int pixels) => (int)Math.Ceiling(Math.Round(pixels * scale) / 512);
    }

    /// <summary>An image of a GPT image model: a million tokens of pictures that it is shown cost 10, or 2.5 with the small one.</summary>
    public static long OfImageTokens(string model, long text, long shown, long output) => (long)Math.Ceiling(
        (text * Tokens[model].Input) + (shown * (model == "gpt-image-1" ? 10m : 2.5m)) + (output * Tokens[model].Output));

    /// <summary>An image of DALL-E.</summary>
    public static long OfDallE(string model, string quality, int width, int height) => (model, quality, width == height) switch
    {
        ("dall-e-2", _, _) => width switch { 256 => 16_000, 512 => 18_000, _ => 20_000 },
        (_, "hd", true) => 80_000,
        (_, "hd", false) => 120_000,
        (_, _, true) => 40_000,
        _ => 80_000,
    };

    /// <summary>Speech: by characters, or by the second of sound.</summary>
    public static long OfSpeech(string model, int characters, double seconds) => model switch
    {
        "tts-1" => characters * 15L,
        "tts-1-hd" => characters * 30L,
        _ => (long)Math.Ceiling(seconds * 250),
    };

    /// <summary>Transcription, by the begun second.</summary>
    public static long OfTranscription(double seconds) => (long)Math.Ceiling(seconds) * 100;

    /// <summary>Video, by the second.</summary>
    public static long OfVideo(string model, int seconds, int width, int height) =>
        seconds * (model == "sora-2" ? 100_000L : Math.Max(width, height) > 1280 ? 500_000L : 300_000L);
}
