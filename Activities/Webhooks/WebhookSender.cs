using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TemporalVideo.Storage;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Webhooks;

/// <summary>Where messages may be sent.</summary>
public sealed record WebhookOptions
{
    /// <summary>Whether machines of one's own network, and plain HTTP, are allowed; default no.</summary>
    public bool AllowPrivate { get; set; }
}

/// <summary>
/// Sends messages as the Standard Webhooks specification 1.0 describes, straight to the address that was checked: a name is resolved
/// once, the connection goes to what it gave, and no redirect is followed, so that no name and no answer leads into the own network.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private const string SecretPrefix = "whsec_";

    /// <summary>No receiver makes an activity wait longer than this by its Retry-After.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private readonly bool _private;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public WebhookSender(IOptions<WebhookOptions> options, TimeProvider time)
    {
        (_private, _time) = (options.Value.AllowPrivate, time);
        _http = new HttpClient(PublicConnections.Handler(_private, PublicAddresses.OfWebhooks))
        {
            Timeout = TimeSpan.FromSeconds(15),
        };
    }

    /// <summary>Sends a message once.</summary>
    public async Task<WebhookAnswer> SendAsync(
        Webhook webhook, string secret, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (PublicAddresses.Objection(new Uri(webhook.Url), _private) is { } objection)
        {
            return new WebhookAnswer(null, objection, IsFinal: true);
        }

        using var request = RequestOf(webhook, secret, delivery);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return AnswerOf(response);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException
            && !cancellationToken.IsCancellationRequested)
        {
            var forbidden = ForbiddenAddressException.In(failure);
            return new WebhookAnswer(null, forbidden?.Message ?? WordsOf(failure), IsFinal: forbidden is not null);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage RequestOf(Webhook webhook, string secret, WebhookDelivery delivery)
    {
        var body = JsonSerializer.Serialize(new { type = delivery.Type, timestamp = delivery.At, data = delivery.Change });
        var now = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("webhook-id", delivery.Id);
        request.Headers.Add("webhook-timestamp", now);
        request.Headers.Add("webhook-signature", $"v1,{Signature(secret, $"{delivery.Id}.{now}.{body}")}");
        request.Headers.UserAgent.ParseAdd("TemporalVideo-Webhooks/1.0");
        return request;
    }

    private static string Signature(string secret, string signed) => Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), Encoding.UTF8.GetBytes(signed)));

    private WebhookAnswer AnswerOf(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var after = response.Headers.RetryAfter is { } wait ? wait.Delta ?? wait.Date - _time.GetUtcNow() : null;
        return status switch
        {
            >= 200 and < 300 => new(status, null),
            >= 300 and < 400 => new(status, $"It answers {status}, a redirect; give the address that it leads to."),
            410 => new(status, "It answers 410: it wants to hear nothing any more.", IsFinal: true, IsGone: true),
            _ when after > TimeSpan.Zero => new(
                status, $"It answers {status}.", RetryAfter: after < LongestWait ? after : LongestWait),
            _ => new(status, $"It answers {status}."),
        };
    }

    /// <summary>What went wrong, without the address, which may be a secret itself.</summary>
    private static string WordsOf(Exception failure) => failure switch
    {
        TaskCanceledException => "It did not answer within 15 seconds.",
        HttpRequestException request => $"It could not be reached ({request.HttpRequestError}).",
        _ => "The connection was lost before the answer.",
    };
}

/// <summary>How a receiver took a message.</summary>
/// <param name="Status">HTTP status; null without an answer.</param>
/// <param name="Fault">What was wrong, for people; null when it took it.</param>
/// <param name="IsFinal">Whether it makes no sense to try again.</param>
/// <param name="IsGone">Whether it wants to hear nothing any more.</param>
/// <param name="RetryAfter">When it wants to be asked again; null: as usual.</param>
internal sealed record WebhookAnswer(
    int? Status, string? Fault, bool IsFinal = false, bool IsGone = false, TimeSpan? RetryAfter = null);
