using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What can cost money. JSON and <c>config/prices.yaml</c>: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PieceKind>))]
public enum PieceKind
{
    /// <summary>A plan of the whole story.</summary>
    [JsonStringEnumMemberName("story")] Story,

    /// <summary>The layered picture of one segment.</summary>
    [JsonStringEnumMemberName("scene")] Scene,

    /// <summary>The spoken text of one segment.</summary>
    [JsonStringEnumMemberName("narration")] Narration,

    /// <summary>The music of the video.</summary>
    [JsonStringEnumMemberName("music")] Music,

    /// <summary>One image of Agent6.</summary>
    [JsonStringEnumMemberName("image")] Image,

    /// <summary>One clip.</summary>
    [JsonStringEnumMemberName("clip")] Clip,

    /// <summary>One stitching job.</summary>
    [JsonStringEnumMemberName("stitch")] Stitch,
}
