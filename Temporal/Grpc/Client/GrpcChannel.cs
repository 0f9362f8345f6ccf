using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using TemporalVideo.Grpc.Wire;

namespace TemporalVideo.Grpc;

/// <summary>
/// A connection to a gRPC server for unary calls; thread-safe, made once and shared. It connects at the first call and again,
/// silently, after a loss; a call that a loss hits fails with Unavailable.
/// </summary>
public sealed class GrpcChannel : IDisposable
{
    private readonly GrpcChannelOptions _options;
    private readonly HttpMessageInvoker _http;

    /// <summary>Makes a channel without connecting.</summary>
    public GrpcChannel(GrpcChannelOptions options)
    {
        _options = options;
        _http = new HttpMessageInvoker(ChannelHandler.Create(options), disposeHandler: true);
    }

    /// <summary>Calls a unary method.</summary>
    /// <param name="service">Full name of the service, such as <c>grpc.health.v1.Health</c>.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="request">The request.</param>
    /// <param name="responseParser">Parser of the answer.</param>
    /// <param name="options">Metadata, timeout, cancellation.</param>
    /// <exception cref="GrpcException">The call ended with another status than OK.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<TResponse> UnaryAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> responseParser, GrpcCallOptions options)
        where TRequest : IMessage
        where TResponse : IMessage<TResponse>
    {
        using var deadline = options.Timeout is { } timeout
            ? CancellationTokenSource.CreateLinkedTokenSource(options.CancellationToken)
            : null;
        deadline?.CancelAfter(options.Timeout!.Value);
        var cancellationToken = deadline?.Token ?? options.CancellationToken;
        try
        {
            using var message = CreateRequest(service, method, request, options);
            using var response = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return await ReadAsync(response, responseParser, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!options.CancellationToken.IsCancellationRequested)
        {
            throw deadline?.IsCancellationRequested == true
                ? new GrpcException(GrpcStatusCode.DeadlineExceeded, $"{method} did not answer within {options.Timeout}.", inner: e)
                : new GrpcException(GrpcStatusCode.Unavailable, $"The connection to {_options.Address} was closed during {method}.", inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException && !options.CancellationToken.IsCancellationRequested)
        {
            throw new GrpcException(
                GrpcStatusCode.Unavailable, $"{method} cannot reach {_options.Address}: {(e.InnerException ?? e).Message}", inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new OperationCanceledException(e.Message, e, options.CancellationToken);
        }
        catch (Exception e) when (e is not GrpcException and not OperationCanceledException)
        {
            // The answer breaks the protocol, with headers beyond the limit for example.
            throw new GrpcException(GrpcStatusCode.Internal, $"The answer of {_options.Address} to {method} cannot be read: {e.Message}", inner: e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private HttpRequestMessage CreateRequest(string service, string method, IMessage request, in GrpcCallOptions options)
    {
        var content = new ByteArrayContent(MessageFrame.Encode(request));
        content.Headers.ContentType = new MediaTypeHeaderValue(HeaderNames.ContentType);
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.Address, $"/{service}/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        message.Headers.TryAddWithoutValidation("te", "trailers");
        message.Headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, "identity,gzip");
        if (options.Timeout is { } timeout)
        {
            message.Headers.TryAddWithoutValidation(HeaderNames.Timeout, Timeouts.Format(timeout));
        }

        foreach (var (name, value) in options.Headers ?? [])
        {
            message.Headers.TryAddWithoutValidation(name.ToLowerInvariant(), value);
        }

        return message;
    }

    private async Task<TResponse> ReadAsync<TResponse>(
        HttpResponseMessage response, MessageParser<TResponse> parser, CancellationToken cancellationToken)
        where TResponse : IMessage<TResponse>
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw ResponseStatus.OfHttp(response.StatusCode);
        }

        // An error may come as headers only ("trailers-only"), then there is no body to read.
        ResponseStatus.ThrowIfFailed(response.Headers);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (!response.Headers.Contains(HeaderNames.Status) && !ResponseStatus.ThrowIfFailed(response.TrailingHeaders))
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"{_options.Address} answered without a {HeaderNames.Status}.");
        }

        var encoding = response.Headers.TryGetValues(HeaderNames.Encoding, out var values) ? values.First() : null;
        return MessageFrame.Decode(new ReadOnlySequence<byte>(body), encoding, parser, _options.MaximumMessageSize);
    }
}
