using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace TemporalVideo.Sessions.Tests;

/// <summary>Stands for an encryption: what it has written is found by nobody who does not know it.</summary>
internal sealed class ReversingCodec : IPayloadCodec
{
    public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads) =>
        Task.FromResult<IReadOnlyCollection<Payload>>(
            [.. payloads.Select(payload => new Payload { Data = Reversed(payload.ToByteArray()) })]);

    public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads) =>
        Task.FromResult<IReadOnlyCollection<Payload>>(
            [.. payloads.Select(payload => Payload.Parser.ParseFrom(Reversed(payload.Data.ToByteArray())))]);

    private static ByteString Reversed(byte[] bytes)
    {
        Array.Reverse(bytes);
        return ByteString.CopyFrom(bytes);
    }
}
