using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TemporalVideo.Aws.Logs;
using TemporalVideo.Storage.Events;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Aws.Tests;

public sealed class CloudWatchEventLogTests
{
    private static readonly PipelineEvent Happened = new(
        new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "segment", new Dictionary<string, object?> { ["segment_id"] = "s01" });

    [SkippableFact]
    public async Task Write_GroupMissing_MakesItAndSendsTheEventsAtTheEndOfTheWorker()
    {
        await using var aws = await MotoServer.StartAsync();
        Credentials.Use();
        await using var services = Services(aws.Address);
        var now = Happened with { Timestamp = TimeProvider.System.GetUtcNow().UtcDateTime };

        await RunAsync(services, log =>
        {
            log.Write(now);
            log.Write(now with { Type = "final_video" });
        });

        var messages = await aws.LogMessagesAsync("/pipeline/agent6");
        messages.Should().BeEquivalentTo([now.ToJson(), (now with { Type = "final_video" }).ToJson()]);
    }

    [Fact]
    public async Task Write_ServiceDoesNotAnswer_FailsNothing()
    {
        Credentials.Use();
        await using var services = Services($"http://127.0.0.1:{FreePort.Next()}");

        var run = () => RunAsync(services, log => log.Write(Happened));

        await run.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Write_NoSuchProfile_FailsNothing()
    {
        await using var services = Services("http://127.0.0.1:1", "there-is-no-such-profile");

        var run = () => RunAsync(services, log => log.Write(Happened));

        await run.Should().NotThrowAsync();
    }

    [SkippableFact]
    public async Task Check_GroupMissing_MakesItAndSaysSo()
    {
        await using var aws = await MotoServer.StartAsync();
        Credentials.Use();
        var options = new AwsOptions { Profile = "", Region = "us-east-1", Endpoint = aws.Address, LogGroup = "/checked" };

        (await CloudWatchCheck.RunAsync(options, default)).Should().Be((true, "CloudWatch Logs, group /checked"));
        (await CloudWatchCheck.RunAsync(options, default)).IsUsable.Should().BeTrue("it is there already");

        (await aws.LogMessagesAsync("/checked")).Should().BeEmpty();
    }

    [Fact]
    public async Task Check_NoSuchProfile_SaysWhatToDo()
    {
        var (isUsable, text) = await CloudWatchCheck.RunAsync(new AwsOptions { Profile = "there-is-no-such-profile" }, default);

        isUsable.Should().BeFalse();
        text.Should().Contain("'there-is-no-such-profile'").And.Contain("aws.profile").And.Contain("logs:PutLogEvents");
    }

    [Fact]
    public void ToJson_Event_IsOneObjectOfThreeKeys() => Happened.ToJson().Should()
        .Be("""{"timestamp":"2026-01-02T03:04:05Z","event_type":"segment","data":{"segment_id":"s01"}}""");

    private static async Task RunAsync(ServiceProvider services, Action<IEventLog> write)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var worker = services.GetRequiredService<IHostedService>();
        await worker.StartAsync(limit.Token);
        write(services.GetRequiredService<IEventLog>());
        await worker.StopAsync(limit.Token);
    }

    private static ServiceProvider Services(string address, string profile = "") => new ServiceCollection()
        .AddLogging().AddCloudWatchEventLog().Configure<AwsOptions>(options =>
            (options.Profile, options.Region, options.Endpoint) = (profile, "us-east-1", address)).BuildServiceProvider();
}
