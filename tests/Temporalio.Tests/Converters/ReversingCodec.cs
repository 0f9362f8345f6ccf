using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Tests.Converters;

/// <summary>Reverses the bytes and says so in the encoding: what passed it can be told from what did not.</summary>
public sealed class ReversingCodec : IPayloadCodec
{
    public const string Encoding = "test/reversed";

    public static bool IsEncoded(Payload payload) => payload.Metadata["encoding"].ToStringUtf8() == Encoding;

    public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads) =>
        Task.FromResult<IReadOnlyCollection<Payload>>(payloads.Select(payload => new Payload
        {
            Metadata = { ["encoding"] = ByteString.CopyFromUtf8(Encoding) },
            Data = ByteString.CopyFrom([.. payload.ToByteArray().Reverse()]),
        }).ToArray());

    public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads) =>
        Task.FromResult<IReadOnlyCollection<Payload>>(payloads.Select(payload =>
            IsEncoded(payload) ? Payload.Parser.ParseFrom(payload.Data.Reverse().ToArray()) : payload).ToArray());
}
