using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TemporalVideo.Storage.Events;
using TemporalVideo.Tests.Support.Aws;

namespace TemporalVideo.Aws.Tests.Models;

/// <summary>What CloudWatch Logs is sent, against its model.</summary>
public sealed class LogRequestTests
{
    [SkippableFact]
    public async Task Write_Events_AreSentAsTheModelWantsThem()
    {
        var model = ServiceModel.Require("logs");
        await using var service = await RecordedService.StartAsync(behind: null);
        Credentials.Use();
        await using var services = new ServiceCollection().AddLogging().AddCloudWatchEventLog().Configure<AwsOptions>(options =>
            (options.Profile, options.Region, options.Endpoint) = ("", "us-east-1", service.Address)).BuildServiceProvider();
        var worker = services.GetRequiredService<IHostedService>();

        await worker.StartAsync(default);
        services.GetRequiredService<IEventLog>().Write(
            new PipelineEvent(TimeProvider.System.GetUtcNow().UtcDateTime, "segment", new Dictionary<string, object?> { ["key"] = "ü" }));
        await worker.StopAsync(default);

        service.Calls.Select(call => call.Operation).Should().Equal("CreateLogGroup", "CreateLogStream", "PutLogEvents");
        service.Calls.SelectMany(call => model.InputFaults(call.Operation, call.Input)).Should().BeEmpty();
    }
}
