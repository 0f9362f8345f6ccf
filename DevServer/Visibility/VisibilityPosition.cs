using System.Text.Json;
using Google.Protobuf;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Visibility;

/// <summary>Where a page of a list ends.</summary>
/// <param name="CloseOrder">Close time in nanoseconds, or the largest number while the run is open.</param>
/// <param name="StartTime">Start time in nanoseconds.</param>
/// <param name="RunId">The run.</param>
internal sealed record VisibilityPosition(long CloseOrder, long StartTime, string RunId)
{
    public static VisibilityPosition Of(VisibilityRecord record) => new(
        record.CloseTime is { } closed ? SearchAttributeValue.Nanoseconds(closed) : long.MaxValue,
        SearchAttributeValue.Nanoseconds(record.StartTime),
        record.RunId);

    /// <summary>The position as a page token.</summary>
    public ByteString ToToken() => ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>The position in a page token; null for the empty one.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: the token is not one of this server.</exception>
    public static VisibilityPosition? FromToken(ByteString token)
    {
        try
        {
            return token.IsEmpty ? null : JsonSerializer.Deserialize<VisibilityPosition>(token.Span);
        }
        catch (JsonException)
        {
            throw ServiceErrors.InvalidArgument("Invalid NextPageToken.");
        }
    }
}
