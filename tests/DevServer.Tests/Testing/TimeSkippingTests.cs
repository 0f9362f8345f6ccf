using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Testing;

public sealed class TimeSkippingTests : IAsyncLifetime
{
    private DevServer _server = null!;
    private RawClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await DevServer.StartAsync(new DevServerOptions { Port = 0, TimeSkipping = true });
        _client = new RawClient(_server.TargetHost);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task C199_UnlockWithSleep_SkipsAndLocksAgain()
    {
        var before = await NowAsync();
        await _client.CallAsync<SleepResponse>("UnlockTimeSkippingWithSleep", Sleep(TimeSpan.FromDays(30)), ServiceDescriptors.TestService);
        var after = await NowAsync();

        (after - before).Should().BeGreaterThan(TimeSpan.FromDays(30)).And.BeLessThan(TimeSpan.FromDays(30) + TimeSpan.FromHours(1));
        await _client.CallAsync<UnlockTimeSkippingResponse>("UnlockTimeSkipping", new UnlockTimeSkippingRequest(),
            ServiceDescriptors.TestService);
    }

    [Fact]
    public async Task C199_UnlockBelowZero_IsAnError()
    {
        var unlock = () => _client.CallAsync<UnlockTimeSkippingResponse>(
            "UnlockTimeSkipping", new UnlockTimeSkippingRequest(), ServiceDescriptors.TestService);
        await unlock();

        await unlock.Should().ThrowAsync<CallFailedException>();
    }

    [Fact]
    public async Task SleepUntil_Unlocked_AnswersAtThatTime()
    {
        var wanted = (await NowAsync()).AddHours(10);
        await _client.CallAsync<UnlockTimeSkippingResponse>("UnlockTimeSkipping", new UnlockTimeSkippingRequest(),
            ServiceDescriptors.TestService);

        await _client.CallAsync<SleepResponse>(
            "SleepUntil", new SleepUntilRequest { Timestamp = wanted.ToTimestamp() }, ServiceDescriptors.TestService);

        (await NowAsync()).Should().BeOnOrAfter(wanted);
    }

    [Fact]
    public async Task UnlockWithSleep_NothingLocked_SleepsAndLeavesItUnlocked()
    {
        await _client.CallAsync<UnlockTimeSkippingResponse>("UnlockTimeSkipping", new UnlockTimeSkippingRequest(),
            ServiceDescriptors.TestService);
        var before = await NowAsync();

        await _client.CallAsync<SleepResponse>("UnlockTimeSkippingWithSleep", Sleep(TimeSpan.FromHours(2)), ServiceDescriptors.TestService);
        await _client.CallAsync<SleepResponse>("Sleep", Sleep(TimeSpan.FromHours(3)), ServiceDescriptors.TestService);

        ((await NowAsync()) - before).Should().BeCloseTo(TimeSpan.FromHours(5), TimeSpan.FromHours(1));
    }

    private static SleepRequest Sleep(TimeSpan time) => new() { Duration = Duration.FromTimeSpan(time) };

    private async Task<DateTimeOffset> NowAsync() =>
        (await _client.CallAsync<GetCurrentTimeResponse>("GetCurrentTime", new Empty(),
            ServiceDescriptors.TestService)).Time.ToDateTimeOffset();
}
