using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class McpTests(WebFixture web)
{
    [Fact]
    public async Task Tools_OfTheOfficialClient_QuoteMakeFollowAndFetch()
    {
        await using var client = await ConnectAsync();
        (await client.ListToolsAsync()).Select(tool => tool.Name).Should()
            .BeEquivalentTo(
                "quote", "make", "follow", "review", "edit", "takes", "fetch", "pipeline_start", "pipeline_follow", "pipeline_approve");

        (await SayAsync(client, "quote", new() { ["lesson"] = WebFixture.Lesson })).Should().Contain("raindrops bend");
        var made = JsonSerializer.Deserialize<JsonElement>(await SayAsync(client, "make", new() { ["lesson"] = WebFixture.Lesson }));
        var session = made.GetProperty("sessionId").GetString()!;
        await web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Finished");

        (await SayAsync(client, "follow", new() { ["session"] = session })).Should().Contain("\"Finished\"");
        (await SayAsync(client, "fetch", new() { ["session"] = session })).Should().StartWith($"{web.Address}f/");
    }

    [Fact]
    public async Task Tool_UnknownSession_SaysSo()
    {
        await using var client = await ConnectAsync();

        var answer = await client.CallToolAsync("follow", new Dictionary<string, object?> { ["session"] = "none" });

        answer.IsError.Should().BeTrue();
        answer.Content.OfType<TextContentBlock>().Single().Text.Should().Contain("no such session");
    }

    private Task<McpClient> ConnectAsync() => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(web.Address, "/mcp") }));

    private static async Task<string> SayAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var answer = await client.CallToolAsync(tool, arguments);
        var text = string.Concat(answer.Content.OfType<TextContentBlock>().Select(block => block.Text));
        answer.IsError.Should().NotBe(true, text);
        return text;
    }
}
