using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TemporalVideo.DevServer.Tests.Clients;

namespace TemporalVideo.DevServer.Tests.Http;

public sealed class HttpApiTests(EmbeddedFixture server) : IClassFixture<EmbeddedFixture>
{
    private readonly HttpClient _http = server.Http;

    [Theory]
    [InlineData("/api/v1/cluster-info")]
    [InlineData("/cluster")]
    public async Task C018_BothPathForms_AreAnswered(string path)
    {
        var answer = await _http.GetFromJsonAsync<JsonNode>(path);

        answer!["clusterName"]!.GetValue<string>().Should().Be("active");
        answer["failoverVersionIncrement"]!.GetValue<string>().Should().Be("10");
    }

    [Fact]
    public async Task C018_ListWorkflows_TakesQueryParameters()
    {
        var answer = await _http.GetAsync("/api/v1/namespaces/default/workflows?query=WorkflowId%3D%27x%27&pageSize=2&pretty");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task C018_InvalidFilter_Is400WithAStatus()
    {
        var answer = await _http.GetAsync("/api/v1/namespaces/default/workflows?query=foo");
        var body = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        body["code"]!.GetValue<int>().Should().Be(3);
        body["message"]!.GetValue<string>().Should().Be("invalid query: invalid expression: incomplete expression");
    }

    [Fact]
    public async Task C018_UnknownNamespace_Is404WithTheDetail()
    {
        var answer = await _http.GetAsync("/api/v1/namespaces/nope");
        var body = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        body["details"]![0]!["@type"]!.GetValue<string>()
            .Should().Be("type.googleapis.com/temporal.api.errordetails.v1.NamespaceNotFoundFailure");
        body["details"]![0]!["namespace"]!.GetValue<string>().Should().Be("nope");
    }

    [Fact]
    public async Task C018_RegisterTwice_Is409()
    {
        var request = new { @namespace = "by-http", workflowExecutionRetentionPeriod = "86400s" };

        (await _http.PostAsJsonAsync("/api/v1/namespaces", request)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _http.PostAsJsonAsync("/api/v1/namespaces", request)).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("GET", "/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/namespaces/default/workers", HttpStatusCode.NotImplemented)]
    [InlineData("POST", "/api/v1/namespaces", HttpStatusCode.BadRequest)]
    public async Task C018_OtherFailures_AreJson(string verb, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path)
        {
            Content = verb == "POST" ? new StringContent("{", null, "application/json") : null,
        };

        var answer = await _http.SendAsync(request);

        answer.StatusCode.Should().Be(expected);
        (await answer.Content.ReadFromJsonAsync<JsonNode>())!["message"]!.GetValue<string>().Should().NotBeEmpty();
    }
}
