using System.ClientModel;
using System.Net.Sockets;
using System.Text.Json;
using TemporalVideo.Studio;
using TemporalVideo.Studio.Providers;

namespace TemporalVideo.OpenAi.Calls;

/// <summary>Says what a failed call means. What the service wrote is told without the key, and no failure of the package goes further:
/// causes are part of histories.</summary>
/// <param name="service">Which service.</param>
/// <param name="time">Tells how far away a date is.</param>
internal sealed class CallFailures(OpenAiOptions service, TimeProvider time)
{
    private static readonly string[] Moderated =
        ["content_policy_violation", "moderation_blocked", "content_filter", "image_generation_user_error", "sentinel_block"];

    private static readonly string[] OutOfMoney = ["insufficient_quota", "billing_hard_limit_reached"];

    /// <summary>The failure as the product knows it; null when it is none of a service.</summary>
    public ProviderException? Of(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        ProviderException known => known,
        ClientResultException { Status: > 0 } answer => OfAnswer(answer),
        ClientResultException or AggregateException or HttpRequestException or IOException => OfConnection(failure),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => Lost("did not answer in "
            + $"{service.TimeoutSeconds} s"),
        JsonException or FormatException or InvalidOperationException or KeyNotFoundException => Fail(
            ProviderFailure.Unusable, "answered what cannot be read", failure.Message),
        _ => null,
    };

    private ProviderException OfAnswer(ClientResultException answer)
    {
        var (code, said) = Read(answer);
        var response = answer.GetRawResponse();
        string? after = null;
        response?.Headers.TryGetValue("Retry-After", out after);
        return answer.Status switch
        {
            400 or 403 when Moderated.Contains(code) => Fail(
                ProviderFailure.Refused, "refused the request", $"{said} Change what the segment shows or says."),
            401 or 403 => Fail(ProviderFailure.Rejected, $"does not accept the key ({answer.Status})",
                $"{said} Set OPENAI_API_KEY or the service's key_file, see config/providers.yaml."),
            429 when OutOfMoney.Contains(code) => Fail(ProviderFailure.Rejected, "has no money left on this account (429)", said),
            429 => Fail(ProviderFailure.Busy, "is asked too often (429)", said, RetryLaterException.ReadHeader(after, time.GetUtcNow())),
            408 or 409 => Fail(ProviderFailure.Down, $"could not do it now ({answer.Status})", said),
            >= 500 => Fail(ProviderFailure.Down, $"failed ({answer.Status})", said, RetryLaterException.ReadHeader(after,
                time.GetUtcNow())),
            >= 400 => Fail(ProviderFailure.Rejected, $"does not accept the request ({answer.Status})", said),
            _ => Fail(ProviderFailure.Unusable, $"answered what cannot be read ({answer.Status})", said),
        };
    }

    /// <summary>What was never sent was not paid; once it is on its way, nobody knows.</summary>
    private ProviderException OfConnection(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                } || cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound })
            {
                return Fail(ProviderFailure.Down, "is not reached", cause.Message);
            }
        }

        return Lost($"broke off the connection: {failure.GetBaseException().Message.TrimEnd('.')}");
    }

    private ProviderException Lost(string what) => Fail(
        ProviderFailure.Unclear, what, "It may have done the work and charged for it; look at the account before it is asked again.");

    private ProviderException Fail(ProviderFailure kind, string what, string said, TimeSpan? after = null) =>
        new(service.Name, kind, WithoutKey($"{service.Name} at {service.BaseUrl.Host} {what}: {said}"), after);

    private string WithoutKey(string text)
    {
        if (service.Key is null)
        {
            return text;
        }

        service.Key.Deconstruct(out var key);
        return text.Replace(key, "***", StringComparison.OrdinalIgnoreCase);
    }

    private static (string Code, string Said) Read(ClientResultException answer)
    {
        try
        {
            using var body = JsonDocument.Parse(answer.GetRawResponse()?.Content ?? BinaryData.FromString("{}"));
            var error = body.RootElement.GetProperty("error");
            var code = error.TryGetProperty("code", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
            var type = error.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString() : null;
            return (code ?? type ?? "", error.GetProperty("message").GetString() ?? "");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ("", "It gave no reason.");
        }
    }
}
