using System.Text.Json.Serialization;

namespace TemporalVideo.Studio.Providers;

/// <summary>What a provider can do. JSON and <c>config/providers.yaml</c>: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Capability>))]
public enum Capability
{
    /// <summary>Answers of a language model.</summary>
    [JsonStringEnumMemberName("chat")] Chat,

    /// <summary>Pictures from a prompt.</summary>
    [JsonStringEnumMemberName("images")] Images,

    /// <summary>Moving pictures from a prompt.</summary>
    [JsonStringEnumMemberName("clips")] Clips,

    /// <summary>Narration.</summary>
    [JsonStringEnumMemberName("speech")] Speech,

    /// <summary>Times of the words that are heard.</summary>
    [JsonStringEnumMemberName("transcription")] Transcription,

    /// <summary>Music.</summary>
    [JsonStringEnumMemberName("music")] Music,

    /// <summary>Joining of clips.</summary>
    [JsonStringEnumMemberName("stitching")] Stitching,
}
