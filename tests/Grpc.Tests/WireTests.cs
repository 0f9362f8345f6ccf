using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using Grpc.Health.V1;
using TemporalVideo.Grpc.Wire;

namespace TemporalVideo.Grpc.Tests;

public class WireTests
{
    [Theory]
    [InlineData("500m", 500)]
    [InlineData("2S", 2000)]
    [InlineData("3M", 180_000)]
    [InlineData("1H", 3_600_000)]
    [InlineData("1500u", 1.5)]
    public void Parse_ValidTimeout_GivesMilliseconds(string value, double milliseconds) =>
        Timeouts.Parse(value)!.Value.TotalMilliseconds.Should().Be(milliseconds);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("12")]
    [InlineData("-1S")]
    [InlineData("123456789S")]
    public void Parse_InvalidTimeout_GivesNull(string? value) => Timeouts.Parse(value).Should().BeNull();

    [Theory]
    [InlineData(70_000, "70000m")]
    [InlineData(0, "1n")]
    public void Format_Timeout_FitsTheHeader(int milliseconds, string value) =>
        Timeouts.Format(TimeSpan.FromMilliseconds(milliseconds)).Should().Be(value);

    [Fact]
    public void Decode_GzipMessage_GivesTheMessage()
    {
        var message = new HealthCheckRequest { Service = new string('a', 5000) };
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(message.ToByteArray());
        }

        var frame = new byte[5 + compressed.Length];
        frame[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)compressed.Length);
        compressed.ToArray().CopyTo(frame, 5);

        MessageFrame.Decode(new ReadOnlySequence<byte>(frame), "gzip", HealthCheckRequest.Parser, 10_000).Should().Be(message);
        var bomb = () => MessageFrame.Decode(new ReadOnlySequence<byte>(frame), "gzip", HealthCheckRequest.Parser, 1000);
        bomb.Should().Throw<GrpcException>().Which.Code.Should().Be(GrpcStatusCode.ResourceExhausted);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 9, 1 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 0xFF, 0xFF })]
    [InlineData(new byte[] { 1, 0, 0, 0, 2, 1, 2 })]
    public void Decode_MalformedFrame_IsAStatusNotACrash(byte[] frame)
    {
        var decode = () => MessageFrame.Decode(new ReadOnlySequence<byte>(frame), "gzip", HealthCheckRequest.Parser, 1000);
        decode.Should().Throw<GrpcException>();
    }
}
