using Temporalio.ServiceGenerator;

namespace Temporalio.Tests.ServiceGenerator;

public class ProtoParserTests
{
    private const string Proto = """
        syntax = "proto3";
        package my.api.v1;
        option csharp_namespace = "My.Api.V1";
        // service Commented { rpc Nothing (A) returns (B); }
        service Clock {
            // rpc Old (OldRequest) returns (OldResponse);
            rpc Read (ReadRequest) returns (ReadResponse) { option (google.api.http) = { get: "/read" }; }
            rpc Now(google.protobuf.Empty) returns (NowResponse) {}
            rpc Watch (WatchRequest) returns (stream WatchResponse);
        }
        """;

    [Fact]
    public void Parse_Service_GivesItsUnaryMethodsWithCSharpTypes()
    {
        var service = ProtoParser.Parse(Proto)!;

        service.FullName.Should().Be("my.api.v1.Clock");
        service.ClassName.Should().Be("ClockService");
        service.Methods.Select(m => (m.Name, m.RequestType, m.ResponseType)).Should().Equal(
            ("Read", "global::My.Api.V1.ReadRequest", "global::My.Api.V1.ReadResponse"),
            ("Now", "global::Google.Protobuf.WellKnownTypes.Empty", "global::My.Api.V1.NowResponse"));
    }

    [Fact]
    public void Parse_NoService_GivesNothing() => ProtoParser.Parse("package a; message B {}").Should().BeNull();

    [Fact]
    public void Write_Service_HasAMethodForEach() =>
        ServiceWriter.Write(ProtoParser.Parse(Proto)!).Should().Contain("class ClockService").And.Contain("ReadAsync(").And.Contain("NowAsync(");
}
