using Grpc.Core;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Visibility;

public sealed class FilterErrorTests(EmbeddedFixture embedded, RealVisibility real)
    : IClassFixture<EmbeddedFixture>, IClassFixture<RealVisibility>
{
    public static readonly TheoryData<string, string> Cases = FilterErrorCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public Task C189_InvalidFilter_IsRefusedInTheServersWords(string query, string expected) =>
        RefusesAsync(embedded.Client, query, expected);

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task C189_InvalidFilter_IsRefusedByTheRealServerAlike(string query, string expected) =>
        await RefusesAsync(await real.ClientAsync(), query, expected);

    private static async Task RefusesAsync(RawClient client, string query, string expected)
    {
        var list = () => client.CallAsync<ListWorkflowExecutionsResponse>(
            "ListWorkflowExecutions", new ListWorkflowExecutionsRequest { Namespace = "default", Query = query });

        var refused = (await list.Should().ThrowAsync<CallFailedException>()).Which;

        refused.Code.Should().Be(StatusCode.InvalidArgument);
        refused.Message.Should().Be($"invalid query: {expected}");
    }
}
