using System.Diagnostics;
using Google.Protobuf;
using Temporalio.Exceptions;
using TemporalVideo.Grpc;

namespace Temporalio.Client;

/// <summary>Makes calls over a channel, with metadata, time limit and retries.</summary>
internal sealed class RpcCaller(GrpcChannel channel, RpcMetadata metadata, RpcRetryOptions retryOptions)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongPollTimeout = TimeSpan.FromSeconds(70);

    public async Task<T> CallAsync<T>(string service, string rpc, IMessage request, MessageParser<T> parser, RpcOptions? options)
        where T : IMessage<T>
    {
        var longPoll = RpcRetry.IsLongPoll(request);
        // A caller who sets a limit wants to hear of it.
        var retry = new RpcRetry(retryOptions, longPoll && options?.Timeout == null);
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var call = new GrpcCallOptions
            {
                Headers = metadata.ForCall(request, options),
                Timeout = options?.Timeout ?? (longPoll ? LongPollTimeout : CallTimeout),
                CancellationToken = options?.CancellationToken ?? CancellationToken.None,
            };
            try
            {
                return await channel.UnaryAsync(service, rpc, request, parser, call).ConfigureAwait(false);
            }
            catch (GrpcException e)
            {
                var wait = options?.Retry == true
                    ? retry.Next(e, attempt, Stopwatch.GetElapsedTime(started), Random.Shared.NextDouble())
                    : null;
                if (wait == null)
                {
                    throw new RpcException((RpcException.StatusCode)e.Code, e.Message, e.Status?.ToByteArray(), e);
                }

                await Task.Delay(wait.Value, call.CancellationToken).ConfigureAwait(false);
            }
        }
    }
}
