using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Records.Webhooks;

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
            (await anna.GetStringAsync($"/api/webhooks/{id}/deliveries")).Should().Contain("webhook.test");
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

    [Theory]
    [InlineData("https://example.org/hook", "delivered")]
    [InlineData("https://example.org/refusing", "given_up")]
    public async Task Message_SentAgain_HasItsIdAndGoesOnceMore(string url, string end)
    {
        var hook = (await (await web.Http.PostAsJsonAsync("/api/webhooks", new { url })).Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("id").GetString()!;
        await web.Http.PostAsync($"/api/webhooks/{hook}/test", null);
        var message = await UntilAsync(hook, end, sent: 1);

        var again = await web.Http.PostAsync($"/api/webhooks/{hook}/deliveries/{message}/again", null);

        again.StatusCode.Should().Be(HttpStatusCode.Accepted, await again.Content.ReadAsStringAsync());
        (await UntilAsync(hook, end, sent: 2)).Should().Be(message);
        var unknown = await web.Http.PostAsync($"/api/webhooks/{hook}/deliveries/msg_none/again", null);
        unknown.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await unknown.Content.ReadAsStringAsync()).Should().Contain("msg_none");
        (await web.Http.PostAsync($"/api/webhooks/{hook}/deliveries/..%2F..%2Fx/again", null)).StatusCode
            .Should().Be(HttpStatusCode.BadRequest);
        var other = (await (await web.Http.PostAsJsonAsync("/api/webhooks", new { url })).Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("id").GetString()!;
        (await web.Http.PostAsync($"/api/webhooks/{other}/deliveries/{message}/again", null)).StatusCode
            .Should().Be(HttpStatusCode.UnprocessableEntity, "it was sent to another");
        await web.Http.DeleteAsync($"/api/webhooks/{other}");
        await web.Http.DeleteAsync($"/api/webhooks/{hook}");
    }

    [Fact]
    public async Task Secret_WithEncryptionKeys_LiesEncryptedInTheDatabaseAndSigns()
    {
        var key = new Secret(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var encryption = new EncryptionSettings("one", new Dictionary<string, Secret> { ["one"] = key });
        var configuration = web.Configuration with { Engine = web.Configuration.Engine with { Encryption = encryption } };
        await using var app = await web.ServeAsync(
            Path.Combine(Path.GetDirectoryName(web.Store)!, "with-encryption"), configuration: configuration);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var made = await (await http.PostAsJsonAsync("/api/webhooks", new { url = "https://example.org/" }))
            .Content.ReadFromJsonAsync<JsonElement>();

        var (id, secret) = (made.GetProperty("id").GetString()!, made.GetProperty("secret").GetString()!);
        secret.Should().StartWith("whsec_");
        var webhooks = app.Services.GetRequiredService<IWebhooks>();
        var row = (await webhooks.FindAsync("anna", id, default))!;
        row.Secret.Should().StartWith("enc:").And.NotContain(secret[6..]);
        webhooks.SecretOf(row).Should().Be(secret);
        await http.DeleteAsync($"/api/webhooks/{id}");
    }

    [Fact]
    public async Task Message_OnItsWay_IsNotSentAgain()
    {
        var made = await web.Http.PostAsJsonAsync("/api/webhooks", new { url = $"https://example.org/{FakeDeliveries.Slow}" });
        var hook = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var test = await web.Http.PostAsync($"/api/webhooks/{hook}/test", null);
        var message = (await test.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString();

        var again = await web.Http.PostAsync($"/api/webhooks/{hook}/deliveries/{message}/again", null);

        again.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await again.Content.ReadAsStringAsync()).Should().Contain("on its way");
        web.Deliveries.GoOn.SetResult();
        await UntilAsync(hook, "delivered", sent: 1);
        await web.Http.DeleteAsync($"/api/webhooks/{hook}");
    }

    /// <summary>Waits until the one message of a webhook has its end and was sent so often; gives its id.</summary>
    private async Task<string> UntilAsync(string hook, string end, int sent)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var list = await web.Http.GetFromJsonAsync<JsonElement>($"/api/webhooks/{hook}/deliveries", late.Token);
            list.GetArrayLength().Should().Be(1);
            if (list[0].GetProperty("status").GetString() == end && web.Deliveries.Sent.Count(each => each.Webhook == hook) == sent)
            {
                return list[0].GetProperty("id").GetString()!;
            }

            await Task.Delay(20, late.Token);
        }
    }
}
