using Google.Protobuf;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Tests.Durability;

/// <summary>Calls that outlive a server, and a count of those that were answered.</summary>
internal sealed class RetryingCalls(RawClient client)
{
    private readonly Lock _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    public RawClient Client { get; } = client;

    public int Answered { get; private set; }

    /// <summary>Completes when so many calls have been answered.</summary>
    public Task AnsweredAsync(int count)
    {
        lock (_gate)
        {
            if (Answered >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task;
        }
    }

    /// <summary>Repeats a call until it is answered.</summary>
    public async Task<TResponse?> CallAsync<TResponse>(string method, IMessage request)
        where TResponse : class, IMessage<TResponse>, new()
    {
        while (true)
        {
            if (await TryAsync<TResponse>(method, request) is { } response)
            {
                return response;
            }
        }
    }

    /// <summary>Makes a call once; null when the server was gone or refused it.</summary>
    public async Task<TResponse?> TryAsync<TResponse>(string method, IMessage request)
        where TResponse : class, IMessage<TResponse>, new()
    {
        try
        {
            var response = await Client.CallAsync<TResponse>(method, request, timeout: TimeSpan.FromSeconds(4));
            lock (_gate)
            {
                Answered++;
                foreach (var (_, reached) in _waiting.Where(each => Answered >= each.Count))
                {
                    reached.TrySetResult();
                }

                return response;
            }
        }
        catch (Exception e) when (e is GrpcException or HttpRequestException or IOException)
        {
            await Task.Delay(20);
            return null;
        }
    }
}
