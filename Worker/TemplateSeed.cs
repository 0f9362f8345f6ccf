using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Storage.Records.Jobs;

namespace TemporalVideo.Worker;

/// <summary>
/// Puts the templates of <c>config/job-pipelines</c> into the database at the start of a worker; a new text is a new version.
/// </summary>
internal sealed partial class TemplateSeed(
    ProductConfiguration configuration, IPipelineTemplates templates, ILogger<TemplateSeed> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (name, template) in JobTemplateReader.Read(configuration.Root))
            {
                await templates.SaveAsync(name, template.Text, TemplateOrigins.File, cancellationToken);
            }
        }
        catch (ConfigurationException faults)
        {
            // Videos can be made all the same; who starts a pipeline is told.
            LogFaulty(faults.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 702, Level = LogLevel.Warning, Message = "Templates of pipelines were not read: {Faults}")]
    private partial void LogFaulty(string faults);
}
