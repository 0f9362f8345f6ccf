using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Executions;

namespace TemporalVideo.DevServer.Tests.Hostile;

public sealed class WireTests(BothServers servers) : ConformanceTest(servers)
{
    private const string Method = "DescribeNamespace";
    private static readonly byte[] Good = new DescribeNamespaceRequest { Namespace = "default" }.ToByteArray();

    /// <summary>Each body with the gRPC status that the real frontend answers.</summary>
    public static TheoryData<ServerKind, string, int> Bodies
    {
        get
        {
            var data = new TheoryData<ServerKind, string, int>();
            foreach (var kind in Enum.GetValues<ServerKind>())
            {
                foreach (var (name, (_, status)) in Cases)
                {
                    data.Add(kind, name, status);
                }
            }

            return data;
        }
    }

    private static readonly Dictionary<string, (Func<RawHttp, Task<RawAnswer>> Send, int Status)> Cases = new()
    {
        ["good"] = (http => http.PostAsync(Method, Frame(Good)), 0),
        ["gzip"] = (http => http.PostAsync(Method, Frame(Gzip(Good), 1), headers: ("grpc-encoding", "gzip")), 0),
        ["more after the message"] = (http => http.PostAsync(Method, [.. Frame(Good), .. Frame(Good), 1, 2]), 0),
        ["type with format"] = (http => http.PostAsync(Method, Frame(Good), "application/grpc+proto"), 0),
        ["absurd timeout"] = (http => http.PostAsync(Method, Frame(Good), headers: ("grpc-timeout", "99999999H")), 0),
        ["nothing"] = (http => http.PostAsync(Method, []), 2),
        ["half a header"] = (http => http.PostAsync(Method, [0, 0, 0]), 2),
        ["half a message"] = (http => http.PostAsync(Method, Frame(Good)[..^2]), 2),
        ["wrong type"] = (http => http.PostAsync(Method, Frame(Good), "application/json"), 3),
        ["nearly the type"] = (http => http.PostAsync(Method, Frame(Good), "application/grpcx"), 3),
        ["deep causes, no token"] = (http => http.PostAsync("RespondActivityTaskFailed", Frame(Deep(400))), 3),
        ["above the limit"] = (http => http.PostAsync(Method, Frame(new byte[(4 << 20) + 1])), 8),
        ["announces 2 GB"] = (http => http.PostAsync(Method, [0, 0x7F, 0xFF, 0xFF, 0xFF, 1]), 8),
        ["gzip of 64 MB"] = (http => http.PostAsync(Method, Frame(Gzip(new byte[64 << 20]), 1), headers: ("grpc-encoding", "gzip")), 8),
        ["unknown method"] = (http => http.PostAsync("Nope", Frame(Good)), 12),
        ["unknown service"] = (http => http.PostAsync("../nope.Nope/Nope", Frame(Good)), 12),
        ["unknown compression"] = (http => http.PostAsync(Method, Frame(Good, 1), headers: ("grpc-encoding", "br")), 12),
        ["flag without compression"] = (http => http.PostAsync(Method, Frame(Gzip(Good), 1)), 13),
        ["unknown flag"] = (http => http.PostAsync(Method, Frame(Good, 7)), 13),
        ["not gzip"] = (http => http.PostAsync(Method, Frame([1, 2, 3], 1), headers: ("grpc-encoding", "gzip")), 13),
        ["half a gzip"] = (http => http.PostAsync(Method, Frame(Gzip(new byte[1000])[..10], 1), headers: ("grpc-encoding", "gzip")), 13),
        ["not protobuf"] = (http => http.PostAsync(Method, Frame([0xFF, 0xFF, 0xFF, 0xFF])), 13),
        ["causes without end"] = (http => http.PostAsync("RespondActivityTaskFailed", Frame(Deep(20_000))), 13),
        ["malformed timeout"] = (http => http.PostAsync(Method, Frame(Good), headers: ("grpc-timeout", "tomorrow")), 13),
    };

    /// <summary>Grpc.AspNetCore reads the frames of the embedded server, and calls some faults by other codes than the real frontend
    /// does.</summary>
    private static readonly Dictionary<string, int> OfTheLibrary = new()
    {
        ["more after the message"] = 13,
        ["half a message"] = 13,
        ["not gzip"] = 2,
        ["nothing"] = 13,
        ["unknown flag"] = 2,
        ["half a gzip"] = 3,
        ["nearly the type"] = 13,
        ["malformed timeout"] = 0,
        ["wrong type"] = 13,
        ["half a header"] = 13,
    };

    [SkippableTheory, MemberData(nameof(Bodies))]
    public async Task C016_C017_MalformedCall_IsTheStatusOfTheRealFrontend(ServerKind kind, string body, int status)
    {
        using var http = new RawHttp((await NewAsync(kind)).Client.TargetHost);

        var answer = await Cases[body].Send(http);

        var expected = kind == ServerKind.Embedded ? OfTheLibrary.GetValueOrDefault(body, status) : status;
        answer.Grpc.Should().Be($"{expected}", answer.Message);
        (await Cases["good"].Send(http)).Grpc.Should().Be("0");
    }

    private static byte[] Frame(byte[] message, byte flag = 0)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    private static byte[] Gzip(byte[] data)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionMode.Compress))
        {
            gzip.Write(data);
        }

        return target.ToArray();
    }

    private static byte[] Deep(int levels)
    {
        // Failure.cause = 4; request.failure = 2.
        var inner = Array.Empty<byte>();
        for (var i = 0; i < levels; i++)
        {
            using var stream = new MemoryStream();
            var output = new CodedOutputStream(stream);
            output.WriteTag(4, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(inner));
            output.Flush();
            inner = stream.ToArray();
        }

        using var request = new MemoryStream();
        var whole = new CodedOutputStream(request);
        whole.WriteTag(2, WireFormat.WireType.LengthDelimited);
        whole.WriteBytes(ByteString.CopyFrom(inner));
        whole.Flush();
        return request.ToArray();
    }
}
