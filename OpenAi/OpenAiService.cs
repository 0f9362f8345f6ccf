using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Audio;
using OpenAI.Chat;
using OpenAI.Images;
using OpenAI.Videos;
using TemporalVideo.OpenAi.Calls;
using TemporalVideo.Studio.Providers;

namespace TemporalVideo.OpenAi;

/// <summary>
/// A service that speaks as OpenAI does, and its clients. No client tries again by itself: a call that is repeated unseen is paid twice.
/// Calls that cost money go through <see cref="PayAsync"/>.
/// </summary>
public sealed class OpenAiService
{
    private readonly OpenAIClient _client;
    private readonly IPaidCalls _paid;
    private readonly CallFailures _failures;

    /// <summary>Makes the clients of a service.</summary>
    /// <param name="options">How it is reached.</param>
    /// <param name="paid">Where paid calls go through.</param>
    /// <param name="time">The clock.</param>
    public OpenAiService(OpenAiOptions options, IPaidCalls paid, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (Name, _paid, _failures) = (options.Name, paid, new CallFailures(options, time));
        _client = ClientOf(options);
    }

    /// <summary>The client of a service. It never tries again by itself.</summary>
    /// <param name="options">How it is reached.</param>
    internal static OpenAIClient ClientOf(OpenAiOptions options)
    {
        var client = new OpenAIClientOptions
        {
            Endpoint = options.BaseUrl,
            OrganizationId = options.Organisation,
            ProjectId = options.Project,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        };
        client.AddPolicy(new CallHeaders(), PipelinePosition.PerCall);

        // A compatible server that wants no key gets one that says so: the package has no calls without.
        return new OpenAIClient(options.Key ?? new ApiKeyCredential("none"), client);
    }

    /// <summary>Its name in <c>config/providers.yaml</c>.</summary>
    public string Name { get; }

    /// <summary>Answers of a language model.</summary>
    /// <param name="model">The model's name.</param>
    public ChatClient Chat(string model) => _client.GetChatClient(model);

    /// <summary>Pictures.</summary>
    /// <param name="model">The model's name.</param>
    public ImageClient Images(string model) => _client.GetImageClient(model);

    /// <summary>Speech and transcription.</summary>
    /// <param name="model">The model's name.</param>
    public AudioClient Audio(string model) => _client.GetAudioClient(model);

    /// <summary>Moving pictures.</summary>
    public VideoClient Videos() => _client.GetVideoClient();

    /// <summary>Makes a call that costs money.</summary>
    /// <param name="call">What is called, and what it costs at most.</param>
    /// <param name="submit">Calls the service through one of the clients.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ProviderException">The service did not do it.</exception>
    public Task<T> PayAsync<T>(
        PaidCall call, Func<CancellationToken, Task<PaidAnswer<T>>> submit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _paid.MakeAsync(call, (name, token) => AskAsync(name, submit, token), cancellationToken);
    }

    /// <inheritdoc cref="IPaidCalls.DiscardAsync"/>
    public Task DiscardAsync(PaidCall call, CancellationToken cancellationToken) => _paid.DiscardAsync(call, cancellationToken);

    /// <summary>Makes a call that costs nothing, such as asking how far a job is.</summary>
    /// <param name="ask">Calls the service through one of the clients.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ProviderException">The service did not answer as it should.</exception>
    public Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        AskAsync(null, ask, cancellationToken);

    /// <summary>The name that the service gave a call; null when it gave none.</summary>
    /// <param name="result">The answer.</param>
    public static string? RequestIdOf(ClientResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.GetRawResponse().Headers.TryGetValue("x-request-id", out var id) ? id : null;
    }

    private async Task<T> AskAsync<T>(string? key, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        CallHeaders.Key = key;
        try
        {
            return await ask(cancellationToken);
        }
        catch (Exception failure) when (_failures.Of(failure, cancellationToken) is { } known)
        {
            throw known;
        }
        finally
        {
            CallHeaders.Key = null;
        }
    }
}
