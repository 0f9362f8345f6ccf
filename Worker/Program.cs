using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Temporalio.Runtime;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Telemetry;
using TemporalVideo.Hosting.Temporal;
using TemporalVideo.Storage.Records;
using TemporalVideo.Worker;

try
{
    var configuration = ProductConfiguration.Read();
    if (configuration.Engine.UsesEmbeddedServer)
    {
        var embedded = configuration.Engine.Embedded;
        configuration = configuration with { Engine = configuration.Engine with { Address = $"{embedded.Ip}:{embedded.Port}" } };
    }

    using var traces = VideoTelemetry.Start(configuration.Engine.Telemetry);
    var builder = Host.CreateApplicationBuilder(args);
    var client = await TemporalClients.ConnectAsync(
        configuration.Engine, configuration.Engine.Address, TelemetryFilterOptions.Level.Warn);
    await SearchAttributeSetup.EnsureAsync(client, configuration.Engine);
    builder.Services.AddSingleton(client).AddVideoProviders(configuration).AddVideoWorkers(configuration);
    await builder.Build().RunAsync();
    return 0;
}
catch (ConfigurationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
catch (VideoDatabaseException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 3;
}
