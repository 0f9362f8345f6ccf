using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Payloads that the server itself writes.</summary>
internal static class Details
{
    public static Payloads Text(string text) => new()
    {
        Payloads_ =
        {
            new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
                Data = ByteString.CopyFromUtf8($"\"{JsonEncodedText.Encode(text)}\""),
            },
        },
    };
}
