using System.Text.Json.Nodes;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Http;

namespace TemporalVideo.DevServer.Tests.Http;

public sealed class PayloadShorthandTests
{
    private static readonly HttpFormat Short = new(Pretty: false, Shorthand: true);
    private static readonly HttpFormat Long = new(Pretty: false, Shorthand: false);

    [Fact]
    public void C019_PlainJsonPayloads_AreTheirOwnValues()
    {
        var request = new StartWorkflowExecutionRequest
        {
            Input = new Payloads { Payloads_ = { Json("{\"a\":[1,2.50,\"é\"]}"), Null(), Json("3") } },
            Memo = new Memo { Fields = { ["note"] = Json("\"x\"") } },
        };

        var text = Short.Write(request);

        JsonNode.DeepEquals(JsonNode.Parse(text),
                JsonNode.Parse("""{"input":[{"a":[1,2.50,"é"]},null,3],"memo":{"fields":{"note":"x"}}}""")).Should().BeTrue(text);
        Short.Read(text, StartWorkflowExecutionRequest.Descriptor).Should().Be(request);
    }

    [Fact]
    public void C019_PayloadsWithOtherMetadata_KeepTheLongForm()
    {
        var bytes = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/plain") }, Data = ByteString.CopyFrom(1, 2) };
        var request = new StartWorkflowExecutionRequest { Input = new Payloads { Payloads_ = { Json("1"), bytes } } };

        var text = Short.Write(request);

        JsonNode.Parse(text)!["input"]!["payloads"]![1]!["data"]!.GetValue<string>().Should().Be("AQI=");
        Short.Read(text, StartWorkflowExecutionRequest.Descriptor).Should().Be(request);
    }

    [Fact]
    public void C019_WithoutShorthand_EveryPayloadIsLong()
    {
        var request = new StartWorkflowExecutionRequest { Input = new Payloads { Payloads_ = { Json("1") } } };

        var text = Long.Write(request);

        JsonNode.Parse(text)!["input"]!["payloads"]![0]!["data"]!.GetValue<string>().Should().Be("MQ==");
        Long.Read(text, StartWorkflowExecutionRequest.Descriptor).Should().Be(request);
    }

    private static Payload Json(string json) => new()
    {
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
        Data = ByteString.CopyFromUtf8(json),
    };

    private static Payload Null() => new() { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/null") } };
}
