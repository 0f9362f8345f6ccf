using System.Globalization;
using Amazon.S3.Model;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Objects.S3;

/// <summary>Tags as metadata of an S3 object: S3 keeps content and metadata as one, so the tags are never those of another
/// content.</summary>
internal static class S3Tags
{
    private const string Fingerprint = "fingerprint";
    private const string Step = "making-step";
    private const string Cost = "making-cost";

    public static void Write(ObjectTags tags, MetadataCollection metadata)
    {
        // Metadata travels in HTTP headers, which hold ASCII only.
        if (tags.Fingerprint is { } fingerprint)
        {
            metadata[Fingerprint] = Uri.EscapeDataString(fingerprint);
        }

        if (tags.Making is { } making)
        {
            metadata[Step] = Uri.EscapeDataString(making.Step);
            metadata[Cost] = making.Cost.ToString(CultureInfo.InvariantCulture);
        }
    }

    public static ObjectTags Read(MetadataCollection metadata) => new(
        metadata[Fingerprint] is { } fingerprint ? Uri.UnescapeDataString(fingerprint) : null,
        metadata[Step] is { } step && decimal.TryParse(metadata[Cost], CultureInfo.InvariantCulture, out var cost)
            ? new Making(Uri.UnescapeDataString(step), cost)
            : null);
}
