using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Tests.Converters;

public class PayloadConverterTests
{
    private static readonly IPayloadConverter Converter = DataConverter.Default.PayloadConverter;

    public static TheoryData<object?, string, string> Encodings => new()
    {
        { null, "binary/null", "" },
        { new byte[] { 0x61, 0x62 }, "binary/plain", "ab" },
        { "text", "json/plain", "\"text\"" },
        { 42, "json/plain", "42" },
        { new Sample("a", 1), "json/plain", """{"Name":"a","Number":1}""" },
        { new WorkflowType { Name = "w" }, "json/protobuf", """{ "name": "w" }""" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void C023_ToPayload_EachKindOfValue_TakesItsEncoding(object? value, string encoding, string data)
    {
        var payload = Converter.ToPayload(value);

        payload.Metadata["encoding"].ToStringUtf8().Should().Be(encoding);
        payload.Data.ToStringUtf8().Should().Be(data);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void C023_ToValue_EachEncoding_RestoresTheValue(object? value, string encoding, string data)
    {
        var payload = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8(encoding) }, Data = ByteString.CopyFromUtf8(data) };

        Converter.ToValue(payload, value?.GetType() ?? typeof(string)).Should().BeEquivalentTo(value);
    }

    [Fact]
    public void C023_ToPayload_Protobuf_NamesItsMessageType() =>
        Converter.ToPayload(new WorkflowType()).Metadata["messageType"].ToStringUtf8().Should().Be("temporal.api.common.v1.WorkflowType");

    [Fact]
    public void C023_ToValue_BinaryProtobuf_IsRead()
    {
        var message = new WorkflowType { Name = "w" };
        var payload = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/protobuf") }, Data = message.ToByteString() };

        Converter.ToValue<WorkflowType>(payload).Should().Be(message);
    }

    [Fact]
    public void C024_ToValue_UnknownEncoding_IsNamed()
    {
        var payload = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("text/klingon") } };

        var read = () => Converter.ToValue<string>(payload);

        read.Should().Throw<ArgumentException>().WithMessage("*'text/klingon'*");
    }

    [Fact]
    public void C024_ToValue_NoEncoding_IsAnError() =>
        ((Func<string>)(() => Converter.ToValue<string>(new Payload()))).Should().Throw<ArgumentException>().WithMessage("*no encoding*");

    [Fact]
    public void ToValue_NullForAValueType_IsAnError()
    {
        var read = () => Converter.ToValue<int>(Converter.ToPayload(null));

        read.Should().Throw<ArgumentException>().WithMessage("*null*System.Int32*");
        Converter.ToValue<int?>(Converter.ToPayload(null)).Should().BeNull();
    }

    [Fact]
    public void ToPayload_RawValue_IsSentAsItIs()
    {
        var payload = Converter.ToPayload("text");

        Converter.ToPayload(new RawValue(payload)).Should().BeSameAs(payload);
        Converter.ToValue<IRawValue>(payload).Payload.Should().BeSameAs(payload);
    }

    [Fact]
    public void ToPayload_DerivedWithJsonOptions_UsesThem() =>
        new CamelCaseConverter().ToPayload(new Sample("a", 1)).Data.ToStringUtf8().Should().Be("""{"name":"a","number":1}""");

    private sealed class CamelCaseConverter() : DefaultPayloadConverter(new JsonSerializerOptions(JsonSerializerDefaults.Web));
}
