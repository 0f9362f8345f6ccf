using System.Text.Json;
using System.Text.Json.Serialization;

namespace TemporalVideo.Studio.Narration.Piper;

/// <summary>What stands beside a <see href="https://github.com/rhasspy/piper">Piper</see> voice in <c>model.onnx.json</c>.</summary>
internal sealed record PiperConfig
{
    [JsonPropertyName("audio")]
    public required AudioPart Audio { get; init; }

    [JsonPropertyName("espeak")]
    public required EspeakPart Espeak { get; init; }

    [JsonPropertyName("inference")]
    public InferencePart Inference { get; init; } = new();

    /// <summary>How the text is written for the model: <c>espeak</c>, or letters (<c>text</c>), which is not supported here.</summary>
    [JsonPropertyName("phoneme_type")]
    public string PhonemeType { get; init; } = "espeak";

    [JsonPropertyName("phoneme_id_map")]
    public required IReadOnlyDictionary<string, IReadOnlyList<long>> Ids { get; init; }

    [JsonPropertyName("num_speakers")]
    public int Speakers { get; init; } = 1;

    [JsonPropertyName("language")]
    public LanguagePart? Language { get; init; }

    /// <summary>The language that it speaks.</summary>
    [JsonIgnore]
    public LanguageTag Tag => LanguageTag.TryParse(Language?.Code, out var named) || LanguageTag.TryParse(Espeak.Voice, out named)
        ? named.Language == "cmn" ? LanguageTag.Parse("zh") : named
        : throw new JsonException($"its language is not known (espeak.voice is '{Espeak.Voice}')");

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="JsonException">It is not the configuration of a voice that can be used.</exception>
    public static PiperConfig Read(string file)
    {
        var config = JsonSerializer.Deserialize<PiperConfig>(File.ReadAllBytes(file)) ?? throw new JsonException("it is empty");
        return config switch
        {
            { PhonemeType: not "espeak" } => throw new JsonException($"phoneme_type is '{config.PhonemeType}'; only 'espeak' can be used"),
            { Audio.SampleRate: < 8000 or > 48000 } =>
                throw new JsonException($"audio.sample_rate is {config.Audio.SampleRate}; expected 8000 to 48000"),
            _ when !config.Ids.ContainsKey("_") || !config.Ids.ContainsKey("^") || !config.Ids.ContainsKey("$") =>
                throw new JsonException("phoneme_id_map has no '_', '^' or '$'"),
            _ => config.Tag.Value.Length > 0 ? config : throw new JsonException("its language is not known"),
        };
    }

    internal sealed record AudioPart
    {
        [JsonPropertyName("sample_rate")]
        public required int SampleRate { get; init; }
    }

    internal sealed record EspeakPart
    {
        [JsonPropertyName("voice")]
        public required string Voice { get; init; }
    }

    internal sealed record LanguagePart
    {
        [JsonPropertyName("code")]
        public string? Code { get; init; }
    }

    internal sealed record InferencePart
    {
        [JsonPropertyName("noise_scale")]
        public float Noise { get; init; } = 0.667f;

        [JsonPropertyName("length_scale")]
        public float Length { get; init; } = 1;

        [JsonPropertyName("noise_w")]
        public float DurationNoise { get; init; } = 0.8f;
    }
}
