using System.Text;
using System.Text.RegularExpressions;
using TemporalVideo.Tests.OpenAi.Products;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>Transcriptions: it hears what it has spoken itself.</summary>
internal static partial class TranscriptionCalls
{
    private const int MostBytes = 25 << 20;

    private static readonly string[] Files = ["flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm"];

    public static Product Hear(FakeOpenAi fake, FakeRequest request)
    {
        Rules.Known(
            request, "file", "model", "language", "prompt", "response_format", "temperature", "timestamp_granularities[]", "include[]",
            "stream", "chunking_strategy");
        var model = Rules.Model(request, name => name == "whisper-1");
        var (name, bytes) = request.File
            ?? throw new ApiError(400, "missing_required_parameter", "Missing required parameter: 'file'.", "file");
        if (!Files.Contains(Path.GetExtension(name).TrimStart('.').ToLowerInvariant()))
        {
            throw ApiError.Invalid("file", $"Unrecognized file format. Supported formats: {string.Join(", ", Files)}");
        }

        if (bytes.Length > MostBytes)
        {
            throw new ApiError(413, null, $"Maximum content size limit ({MostBytes}) exceeded.", "file");
        }

        if (request.Body["language"] is not null && !Language().IsMatch(Rules.Text(request, "language", 10)))
        {
            throw ApiError.Invalid("language", "Invalid language: expected ISO-639-1.");
        }

        Rules.Number(request, "temperature", 0, 0, 1);
        Rules.Absent(request, model, "stream", "chunking_strategy", "include[]");
        var format = Rules.Choice(request, "response_format", "json", "json", "text", "srt", "verbose_json", "vtt");
        var grains = request.Body["timestamp_granularities[]"]?.AsArray().Select(grain => grain!.GetValue<string>()).ToList() ?? [];
        if (grains.Any(grain => grain is not ("word" or "segment")) || (grains.Count > 0 && format != "verbose_json"))
        {
            throw ApiError.Invalid("timestamp_granularities", "Word and segment timestamps need response_format verbose_json.");
        }

        return Answer(fake, bytes, model, grains.Contains("word"));
    }

    private static Product Answer(FakeOpenAi fake, byte[] wav, string model, bool words)
    {
        var samples = Samples(wav);
        var seconds = (double)samples / FakeSpeech.Rate;
        var (text, speech) = fake.Spoken.Find(samples) ?? ("", new FakeSpeech([], []));
        return Product.Json(
            new
            {
                task = "transcribe",
                language = "english",
                duration = seconds,
                text,
                words = words
                    // Whisper's words have no marks.
                    ? speech.Words.Select(word => new { word = word.Word.Trim(".,!?:;".ToCharArray()), start = word.Start, end = word.End })
                    : null,
                usage = new { type = "duration", seconds = Math.Ceiling(seconds) },
            },
            model,
            Prices.OfTranscription(seconds));
    }

    private static int Samples(byte[] wav)
    {
        var data = wav.AsSpan().IndexOf("data"u8);
        return wav.AsSpan(0, 4).SequenceEqual(Encoding.ASCII.GetBytes("RIFF")) && data > 0
            ? BitConverter.ToInt32(wav, data + 4) / 2
            : throw ApiError.Invalid("file", "The audio file could not be decoded or its format is not supported.");
    }

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex Language();
}
