using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class WebhookTests(WebFixture web)
{
    [Fact]
    public async Task Webhook_OfAUser_ShowsItsSecretOnceAndIsNobodyElses()
    {
        var (app, login) = await web.ServeWithKeysAsync();
        await using (app)
        {
            using var anna = login("hook-anna");
            using var other = login("hook-other");
            var made = await anna.PostAsJsonAsync(
                "/api/webhooks", new { url = "https://example.org/hook", events = new[] { "session.failed" } });
            made.StatusCode.Should().Be(HttpStatusCode.Created);
            var webhook = await made.Content.ReadFromJsonAsync<JsonElement>();
            webhook.GetProperty("secret").GetString().Should().StartWith("whsec_");
            var id = webhook.GetProperty("id").GetString();

            var list = await anna.GetFromJsonAsync<JsonElement>("/api/webhooks");
            list.EnumerateArray().Should().ContainSingle().Which.GetRawText().Should()
                .Contain("https://example.org/hook").And.Contain("session.failed").And.NotContain("whsec_");
            (await other.GetStringAsync("/api/webhooks")).Should().Be("[]");
            (await other.GetAsync($"/api/webhooks/{id}/deliveries")).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await other.PostAsync($"/api/webhooks/{id}/test", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await other.DeleteAsync($"/api/webhooks/{id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);

            (await anna.PostAsync($"/api/webhooks/{id}/test", null)).StatusCode.Should().Be(HttpStatusCode.Accepted);
            (await anna.GetStringAsync($"/api/webhooks/{id}/deliveries")).Should().Contain("webhook.test").And.Contain("pending");
            (await anna.DeleteAsync($"/api/webhooks/{id}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
            (await anna.GetStringAsync("/api/webhooks")).Should().Be("[]");
        }
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "https")]
    [InlineData("https://169.254.169.254/latest/meta-data/", "public network")]
    [InlineData("https://127.0.0.1:7233/", "public network")]
    [InlineData("https://[::1]/", "public network")]
    [InlineData("file:///etc/passwd", "https://")]
    [InlineData("nonsense", "https://")]
    [InlineData(null, "https://")]
    public async Task Webhook_AddressThatMayNotBe_Is422(string? url, string words)
    {
        var answer = await web.Http.PostAsJsonAsync("/api/webhooks", new { url });

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().Should().Contain(words);
    }

    [Fact]
    public async Task Webhook_UnknownEvent_Is422WithThoseThereAre()
    {
        var answer = await web.Http.PostAsJsonAsync(
            "/api/webhooks", new { url = "https://example.org/", events = new[] { "session.exploded" } });

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("session.waiting");
    }
}
