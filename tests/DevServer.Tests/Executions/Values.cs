using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>Payloads of one string.</summary>
internal static class Values
{
    public static Payload One(string text) => new()
    {
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
        Data = ByteString.CopyFromUtf8($"\"{text}\""),
    };

    public static Payloads Of(string text) => new() { Payloads_ = { One(text) } };

    public static string Text(Payloads payloads) => payloads.Payloads_.Single().Data.ToStringUtf8().Trim('"');
}
