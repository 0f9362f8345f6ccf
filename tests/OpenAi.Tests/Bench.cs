using System.ClientModel;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Tests.OpenAi;

namespace TemporalVideo.OpenAi.Tests;

/// <summary>A service that is a fake, and a book of the calls that went through the door.</summary>
internal sealed class Bench : IAsyncDisposable, IPaidCalls
{
    private readonly List<PaidCall> _calls = [];

    private Bench(FakeOpenAi fake, string? key, int timeoutSeconds)
    {
        Fake = fake;
        var options = new OpenAiOptions
        {
            BaseUrl = fake.BaseUrl,
            Key = key is null ? null : new ApiKeyCredential(key),
            TimeoutSeconds = timeoutSeconds,
        };
        Service = new OpenAiService(options, this, TimeProvider.System);
    }

    public FakeOpenAi Fake { get; }

    public OpenAiService Service { get; }

    public IReadOnlyList<PaidCall> Calls => _calls;

    /// <summary>What the calls said that they cost.</summary>
    public decimal Booked { get; private set; }

    public static async Task<Bench> StartAsync(string? key = null, int timeoutSeconds = 30)
    {
        var fake = await FakeOpenAi.StartAsync();
        return new Bench(fake, key ?? fake.Key, timeoutSeconds);
    }

    public async Task<T> MakeAsync<T>(
        PaidCall call, Func<string, CancellationToken, Task<PaidAnswer<T>>> submit, CancellationToken cancellationToken)
    {
        _calls.Add(call);
        var answer = await submit(call.Key, cancellationToken);
        Booked += answer.Price;
        return answer.Value;
    }

    public Task DiscardAsync(PaidCall call, CancellationToken cancellationToken)
    {
        Discarded.Add(call);
        return Task.CompletedTask;
    }

    /// <summary>The calls whose products turned out to be of no use.</summary>
    public List<PaidCall> Discarded { get; } = [];

    public async Task<ProviderException> FailureOfAsync(Func<Task> call) =>
        (await FluentActions.Awaiting(call).Should().ThrowAsync<ProviderException>()).Which;

    public ValueTask DisposeAsync() => Fake.DisposeAsync();
}
